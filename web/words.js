// What the page says before the program is there, in the browser's language. All else the program says itself.

const WORDS = {
  en: {
    title: "myomap: body map of muscles and trigger points",
    loading: "Loading…",
    loadingOf: "Loading {come} of {all} MB",
    starting: "Starting…",
    noWebAssembly:
      "This browser cannot run myomap: it has no WebAssembly. A current Firefox, Chrome, Edge or Safari can.",
    noWebGl2:
      "myomap draws with WebGL2, which this browser does not offer. Switch on hardware acceleration in its settings, or open the page in a current Firefox, Chrome, Edge or Safari.",
    contextLost: "The graphics card stopped drawing. Reload the page: the address keeps your view.",
    stopped: "Something went wrong and myomap had to stop. Reload the page: the address keeps your view.",
    notLoaded: "myomap could not be loaded ({why}). Check your connection and reload the page.",
  },
  es: {
    title: "myomap: mapa corporal de músculos y puntos gatillo",
    loading: "Cargando…",
    loadingOf: "Cargando {come} de {all} MB",
    starting: "Iniciando…",
    noWebAssembly:
      "Este navegador no puede ejecutar myomap: no tiene WebAssembly. Un Firefox, Chrome, Edge o Safari actual sí puede.",
    noWebGl2:
      "myomap dibuja con WebGL2, que este navegador no ofrece. Activa la aceleración por hardware en sus ajustes o abre la página en un Firefox, Chrome, Edge o Safari actual.",
    contextLost: "La tarjeta gráfica ha dejado de dibujar. Vuelve a cargar la página: la dirección conserva tu vista.",
    stopped: "Algo ha fallado y myomap ha tenido que parar. Vuelve a cargar la página: la dirección conserva tu vista.",
    notLoaded: "No se ha podido cargar myomap ({why}). Comprueba tu conexión y vuelve a cargar la página.",
  },
};

/** The first of the browser's languages that there are words in. */
export const language =
  (navigator.languages ?? []).map((tag) => tag.toLowerCase().split("-")[0]).find((tag) => tag in WORDS) ?? "en";

/** What a key says, with its variables. */
export function say(key, variables = {}) {
  const text = WORDS[language][key] ?? WORDS.en[key];
  return text.replace(/\{(\w+)\}/g, (_, name) => variables[name] ?? "");
}

/** A number with a decimal, as the language writes it. */
export function decimal(number) {
  return number.toLocaleString(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}
