// The list view: everything that the picture shows as headings, lists and buttons, for screen
// readers and the keyboard, in step with the picture both ways. The application sends what there is
// (`myomap-outline`) and what is on show (`myomap-state`); a choice goes back as `myomap-select`.

const at = (id) => document.getElementById(id);

const show = at("show-list");
const list = at("list");
const hide = at("hide-list");
const filter = at("filter");
const found = at("found");
const muscles = at("muscles");
const regions = at("regions");
const card = at("card");
const said = at("said");

let canvas;
let state = { selected: null, notices: [] };
let outline;
/** Every button of the list by the links that it stands for. */
const buttons = new Map();

/** Makes the list view of what the application will send. */
export function startList(of) {
  canvas = of;
  canvas.addEventListener("myomap-outline", (event) => fill(JSON.parse(event.detail)));
  canvas.addEventListener("myomap-state", (event) => follow(JSON.parse(event.detail)));
  show.addEventListener("click", () => open(true));
  hide.addEventListener("click", () => open(false));
  list.addEventListener("keydown", (event) => {
    if (event.key === "Escape") open(false);
  });
  filter.addEventListener("input", narrowDown);
  show.hidden = false;
}

function open(opened) {
  list.hidden = !opened;
  show.setAttribute("aria-expanded", String(opened));
  (opened ? filter : show).focus();
}

function side() {
  return list.querySelector("input[name=side]:checked").value;
}

/** The link of an entry for the side chosen; an entry of the midline has only one. */
function linkOf(links) {
  return links.length === 1 ? links[0] : links[side() === "left" ? 0 : 1];
}

function choice(name, links) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = name;
  button.addEventListener("click", () => select(linkOf(links)));
  for (const link of links) buttons.set(link, button);
  return button;
}

/** Asks the application to select what a link names; what is selected already is gone to. */
function select(link) {
  if (state.selected === link) card.focus();
  else canvas.dispatchEvent(new CustomEvent("myomap-select", { detail: link }));
}

function entry(...children) {
  const item = document.createElement("li");
  item.append(...children);
  return item;
}

/** Puts everything into the language of what has come, the first time or after another was chosen. */
function fill(told) {
  outline = told;
  document.documentElement.lang = outline.language;
  for (const element of document.querySelectorAll("[data-says]")) {
    element.textContent = outline.texts[element.dataset.says];
  }
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", outline.texts[element.dataset.label]);
  }
  buttons.clear();
  muscles.replaceChildren(
    ...outline.muscles.map((muscle) => {
      const fold = document.createElement("details");
      const summary = document.createElement("summary");
      summary.textContent = muscle.name;
      const inner = document.createElement("ul");
      inner.append(entry(choice(muscle.whole, muscle.links)));
      for (const point of muscle.points) inner.append(entry(choice(point.name, point.links)));
      fold.append(summary, inner);
      return entry(fold);
    }),
  );
  regions.replaceChildren(
    ...outline.regions.map((region) => entry(choice(region.name, region.links))),
  );
  narrowDown();
  markSelected();
  if (state.card) draw(state);
}

/** Marks what is selected, and opens the muscle that it stands below. */
function markSelected() {
  for (const button of new Set(buttons.values())) button.removeAttribute("aria-current");
  const button = buttons.get(state.selected);
  button?.setAttribute("aria-current", "true");
  const fold = button?.closest("details");
  if (fold) fold.open = true;
}

/** Leaves in the list what has the words in it that were typed. */
function narrowDown() {
  const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (element) => {
    const text = element.textContent.toLowerCase();
    return words.every((word) => text.includes(word));
  };
  let count = 0;
  for (const item of muscles.children) {
    item.hidden = !fits(item);
    const fold = item.firstElementChild;
    if (words.length > 0) fold.open = !item.hidden;
    const named = fits(fold.querySelector("summary"));
    for (const inner of fold.querySelectorAll("li")) inner.hidden = !named && !fits(inner);
    if (!item.hidden) count += 1;
  }
  for (const item of regions.children) {
    item.hidden = !fits(item);
    if (!item.hidden) count += 1;
  }
  // Somebody may type before there is anything to find.
  found.textContent = words.length === 0 || !outline ? "" : outline.left[count];
}

function follow(now) {
  const before = state;
  state = now;
  document.documentElement.dataset.theme = now.theme;
  document.documentElement.dataset.ready = String(now.ready);
  // In another language the same thing has another name.
  if (now.selected !== before.selected || now.name !== before.name) {
    markSelected();
    say(now.says);
  }
  if (now.card !== before.card) draw(now);
  const news = now.notices.filter((notice) => !before.notices.includes(notice));
  if (news.length > 0) say(news.join(" "));
}

function say(text) {
  said.textContent = text;
}

/**
 * Shows the card. It comes as HTML in which every text is escaped and names its language where that
 * is another than the page's; its buttons lead to what they name.
 */
function draw({ card: html }) {
  const reading = card.contains(document.activeElement);
  card.innerHTML = html;
  // The button that was pressed is gone: who used it reads on in the new card.
  if (reading) card.focus();
  // Citations stay as they are; what else is not translated is said once.
  const untranslated = [...card.querySelectorAll('[lang="en"]')].some((part) => !part.closest(".sources"));
  if (html && outline.language !== "en" && untranslated) {
    const note = document.createElement("p");
    note.textContent = outline.texts["card-language"];
    card.querySelector("h3").after(note);
  }
  for (const button of card.querySelectorAll("button[data-link]")) {
    button.addEventListener("click", () => select(button.dataset.link));
  }
}
