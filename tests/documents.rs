//! Documents: what is said about every thing of the real data, in every language, and how the
//! terminal, the page and other programs get it. (How the window draws them: `tests/ui.rs`.)

// Clippy knows test functions, not their helpers.
#![allow(
    clippy::unwrap_used,
    reason = "a test stops where something is not as it must be"
)]

use myomap::{
    app::document::{Block, Builder, Document, Subject, Text, block::Fold, wording},
    locale::{Words, languages},
    model::{
        catalog::{Catalog, load},
        facts::Confidence,
        ids::{Item, PointId},
        side::Side,
        texts::LocalTexts,
    },
    output::{
        html,
        terminal::{Paper, write_document},
    },
    store::built_in_files,
};
use std::collections::BTreeSet;

fn catalog() -> Catalog {
    load(&built_in_files()).0
}

/// Everything that there is a document about.
fn subjects(catalog: &Catalog) -> Vec<Subject<'_>> {
    let mut all = vec![Subject::Skin];
    all.extend(catalog.points().map(|(of, x)| Subject::Point(of, x)));
    all.extend(catalog.muscles.iter().map(Subject::Muscle));
    all.extend(catalog.parts().map(|(of, x)| Subject::Part(of, x)));
    all.extend(catalog.bones.iter().map(Subject::Bone));
    all.extend(catalog.regions.iter().map(Subject::Region));
    all.extend(catalog.stretches.iter().map(Subject::Stretch));
    all.extend(catalog.methods.iter().map(Subject::Method));
    all.extend(catalog.sources.iter().map(Subject::Source));
    all.extend(catalog.landmarks.iter().map(Subject::Landmark));
    all.extend(catalog.sections().map(|(of, x)| Subject::Section(of, x)));
    all.extend(catalog.techniques.iter().map(Subject::Technique));
    all.extend(catalog.programmes.iter().map(Subject::Programme));
    all.extend(catalog.plans.iter().map(Subject::Plan));
    all.extend(catalog.assessment.iter().map(Subject::AssessmentItem));
    all.extend(
        catalog
            .range_of_motion
            .iter()
            .map(Subject::RangeOfMotionTest),
    );
    all.extend(catalog.chapters.iter().map(Subject::Chapter));
    all.extend(catalog.red_flags().iter().map(Subject::RedFlag));
    all.extend(
        catalog
            .contraindications
            .iter()
            .map(Subject::Contraindication),
    );
    all.extend(catalog.no_go_areas.iter().map(Subject::NoGoArea));
    all
}

fn in_every_language(catalog: &Catalog, mut look: impl FnMut(&Document, &Words)) {
    for spoken in languages() {
        let words = Words::of(spoken.language);
        for side in [Side::Left, Side::Right] {
            let builder = Builder {
                catalog,
                words: &words,
                side,
            };
            for subject in subjects(catalog) {
                look(&builder.document(subject), &words);
            }
            look(&builder.guide(), &words);
        }
    }
}

fn as_text(document: &Document, words: &Words) -> String {
    let mut out = Vec::new();
    write_document(&mut Paper::of_width(&mut out, 80), document, words).unwrap();
    String::from_utf8(out).unwrap()
}

/// A text on one line, as the terminal's breaks leave it.
fn unwrapped(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The name of an element, and its attributes.
type Element = (String, Vec<(String, String)>);

/// Tags, attributes and texts of HTML; a fault where it is not well formed.
fn parsed(html: &str) -> Result<Vec<Element>, String> {
    let mut open: Vec<String> = Vec::new();
    let mut tags = Vec::new();
    for piece in html.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').ok_or(format!("open tag: {piece}"))?;
        if text.contains(['>', '"', '\'']) {
            return Err(format!("not escaped: {text}"));
        }
        if let Some(name) = tag.strip_prefix('/') {
            let last = open.pop();
            if last.as_deref() != Some(name) {
                return Err(format!("{name} closes {last:?}"));
            }
            continue;
        }
        let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
        let mut attributes = Vec::new();
        while let Some((key, after)) = rest.split_once("=\"") {
            let (value, after) = after.split_once('"').ok_or(format!("open value: {tag}"))?;
            attributes.push((key.trim().to_owned(), value.to_owned()));
            rest = after;
        }
        if !rest.trim().is_empty() {
            return Err(format!("loose attribute: {tag}"));
        }
        open.push(name.to_owned());
        tags.push((name.to_owned(), attributes));
    }
    if open.is_empty() {
        Ok(tags)
    } else {
        Err(format!("never closed: {open:?}"))
    }
}

const TAGS: [&str; 24] = [
    "a", "button", "dd", "div", "dl", "dt", "h3", "h4", "h5", "li", "ol", "p", "q", "section",
    "small", "span", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul",
];

fn is_harmless(html: &str) -> Result<(), String> {
    for (tag, attributes) in parsed(html)? {
        if !TAGS.contains(&tag.as_str()) {
            return Err(format!("an element {tag}"));
        }
        for (key, value) in attributes {
            let sound = match key.as_str() {
                "lang" | "class" | "rel" | "target" | "type" => value
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || " -_".contains(c)),
                "data-link" => value.starts_with('#'),
                "href" => value.starts_with("https://") || value.starts_with("http://"),
                _ => false,
            };
            if !sound {
                return Err(format!("{key}={value}"));
            }
        }
    }
    Ok(())
}

/// What of a block would show nothing.
fn is_empty(block: &Block) -> bool {
    let blank = Text::is_empty;
    match block {
        Block::Paragraph { text } | Block::Note { text } | Block::Urgent { text, .. } => {
            blank(text)
        }
        Block::Statement(statement) => blank(&statement.text),
        Block::Labelled(x) => blank(&x.label) || blank(&x.statement.text),
        Block::Zone(x) => blank(&x.label) || blank(&x.pattern.text),
        Block::Picture(x) => blank(&x.front.1) || blank(&x.back.1),
        Block::Fact(fact) => blank(&fact.label) || blank(&fact.value),
        Block::Labels { labels } => labels
            .iter()
            .any(|x| blank(&x.text) || x.reason().is_empty()),
        Block::Links(x) => x.links.is_empty() || x.links.iter().any(|link| blank(&link.text)),
        Block::Rows { groups } => {
            groups.is_empty()
                || groups
                    .iter()
                    .any(|x| x.rows.is_empty() && x.label.is_none())
        }
        Block::List(list) => list.items.is_empty() || list.items.iter().any(|x| blank(&x.text)),
        Block::Caution(x) => x.blocks.is_empty(),
        Block::Claim(x) => blank(&x.claim) || blank(&x.truth.statement.text),
        Block::Applications { applications } => {
            applications.is_empty() || applications.iter().any(|x| x.practice.steps.is_empty())
        }
        Block::Practice(x) => x.steps.is_empty(),
        Block::Limits { limits } => limits.is_empty(),
        Block::Table(table) => table.columns.is_empty() || table.rows.is_empty(),
        Block::Section(x) => blank(&x.title) || x.blocks.is_empty(),
        Block::Entry(x) => blank(&x.name) || x.blocks.is_empty(),
        Block::Together { blocks } => blocks.is_empty(),
        Block::Hints { lead, hints } => blank(lead) || hints.is_empty(),
        Block::Legend { marks } => marks.is_empty(),
        Block::Keys { keys } => keys.is_empty(),
    }
}

#[test]
fn other_names_are_those_of_the_language() {
    let catalog = catalog();
    let mut spanish = false;
    in_every_language(&catalog, |document, words| {
        let also = words.say("names-also");
        document.walk(&mut |block| {
            let Block::Fact(fact) = block else {
                return;
            };
            if fact.label.text == also {
                assert_eq!(fact.value.language, document.language, "{fact:?}");
                spanish |= fact.value.text == "omóplato, paletilla";
            }
        });
    });
    assert!(spanish, "of the shoulder blade");
}

#[test]
fn nothing_of_the_data_is_empty_or_ill_formed_in_any_language() {
    let catalog = catalog();
    let mut seen = 0;
    in_every_language(&catalog, |document, words| {
        let name = format!("{} in {}", document.id, document.language);
        seen += 1;
        assert!(!document.title.is_empty(), "{name}");
        document.walk(&mut |block| assert!(!is_empty(block), "{name}: {block:?}"));
        let text = as_text(document, words);
        for line in text.lines() {
            let wide = textwrap::core::display_width(line) > 80;
            assert!(!wide || !line.trim().contains(' '), "{name}: {line}");
            assert!(!line.contains("{ $"), "{name}: {line}");
        }
        let html = html::document(document, words);
        if let Err(fault) = is_harmless(&html) {
            panic!("{name}: {fault}\n{html}");
        }
        let json = serde_json::to_value(document).unwrap();
        assert_eq!(json["lang"], document.language.as_str());
        assert_eq!(json["title"]["text"], document.title.text);
    });
    assert!(seen > 1000, "{seen}");
}

#[test]
fn every_statement_carries_its_sources_and_confidence_in_every_renderer() {
    let catalog = catalog();
    let mut seen = 0;
    in_every_language(&catalog, |document, words| {
        let name = format!("{} in {}", document.id, document.language);
        let text = unwrapped(&as_text(document, words));
        let html = html::document(document, words);
        let json = serde_json::to_string(document).unwrap();
        for stated in document.statements() {
            let Some(confidence) = stated.confidence.filter(|_| !stated.sources.is_empty()) else {
                continue;
            };
            seen += 1;
            let sure = wording::within(&wording::confidence(words, confidence).0);
            let basis = format!("[{}; {sure}]", stated.sources.join(", "));
            let in_table = is_in_a_table(document, stated.text);
            if !in_table {
                let whole = unwrapped(&format!("{} {basis}", stated.text.text));
                assert!(text.contains(&whole), "{name}: {whole} in\n{text}");
            }
            assert!(text.contains(&basis), "{name}: {basis}");
            let mut numbers: Vec<usize> = stated
                .sources
                .iter()
                .map(|id| document.sources.iter().position(|x| x.id == *id).unwrap() + 1)
                .collect();
            numbers.sort_unstable();
            let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
            let numbers = numbers.join(", ");
            let named = format!("{numbers}; {}]</small>", escaped(&sure));
            assert!(html.contains(&named), "{name}: {named} in\n{html}");
            let word = serde_json::to_string(&confidence).unwrap();
            assert!(json.contains(&format!("\"confidence\":{word}")), "{name}");
        }
    });
    assert!(seen > 2000, "{seen}");
}

fn is_in_a_table(document: &Document, text: &Text) -> bool {
    let mut found = false;
    document.walk(&mut |block| {
        if let Block::Table(table) = block {
            found |= table.rows.iter().any(|row| row.cells.last() == Some(text));
        }
    });
    found
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('\'', "&#39;")
}

#[test]
fn the_numbers_of_sources_are_their_places_in_the_list() {
    let catalog = catalog();
    in_every_language(&catalog, |document, _| {
        let ids: BTreeSet<&String> = document.sources.iter().map(|x| &x.id).collect();
        assert_eq!(ids.len(), document.sources.len(), "{}", document.id);
        let mut highest = 0;
        for id in document.statements().iter().flat_map(|x| x.sources) {
            let at = document.sources.iter().position(|x| x.id == *id).unwrap();
            // A source has the next number when it is first named.
            assert!(at <= highest, "{}: {id} is {at}", document.id);
            highest = highest.max(at + 1);
        }
    });
}

#[test]
fn what_a_pack_says_is_no_part_of_the_pages_html() {
    let hostile = "<script>alert(1)</script><img src=x onerror=\"alert('2')\"> & \u{2028}";
    let mut catalog = catalog();
    for source in &mut catalog.sources {
        source.citation = hostile.to_owned();
        source.doi = String::new();
        source.url = "javascript:alert(3)".to_owned();
    }
    for muscle in &mut catalog.muscles {
        muscle.names.english = hostile.to_owned();
        for caution in &mut muscle.cautions {
            caution.says.text = hostile.to_owned();
        }
        for point in &mut muscle.points {
            point.name = hostile.to_owned();
            point.alias = hostile.to_owned();
            point.find.text = hostile.to_owned();
        }
    }
    let words = Words::default();
    let builder = Builder {
        catalog: &catalog,
        words: &words,
        side: Side::Left,
    };
    for subject in subjects(&catalog) {
        let document = builder.document(subject);
        let html = html::document(&document, &words);
        if let Err(fault) = is_harmless(&html) {
            panic!("{}: {fault}", document.id);
        }
    }
    let point = Item::Point(PointId::new("TRA-1", Side::Left));
    let html = html::document(&builder.item(&point).unwrap(), &words);
    assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
}

#[test]
fn a_card_names_the_language_of_what_is_not_in_the_pages() {
    let catalog = catalog();
    let words = Words::of("es".parse().unwrap());
    let builder = Builder {
        catalog: &catalog,
        words: &words,
        side: Side::Left,
    };
    let point = Item::Point(PointId::new("TRA-1", Side::Left));
    let document = builder.item(&point).unwrap();
    let html = html::document(&document, &words);
    assert!(
        html.starts_with("<h3>Trapecio superior, borde anterior</h3>"),
        "{html}"
    );
    assert!(html.contains("<h4>Adónde envía el dolor</h4>"));
    let statements = document.statements();
    assert!(statements.len() > 10);
    for stated in statements.iter().filter(|x| !x.sources.is_empty()) {
        assert_eq!(
            stated.text.language,
            words.language(),
            "{}",
            stated.text.text
        );
    }
    // What is not translated says that it is English.
    let mut half = catalog.clone();
    half.texts = LocalTexts::default();
    let half = Builder {
        catalog: &half,
        ..builder
    };
    let document = half.item(&point).unwrap();
    let html = html::document(&document, &words);
    for stated in document
        .statements()
        .iter()
        .filter(|x| !x.sources.is_empty())
    {
        let marked = format!("<span lang=\"en\">{}</span>", escaped(&stated.text.text));
        assert!(html.contains(&marked), "{marked}");
    }
    // In English nothing is in another language but Latin.
    let words = Words::default();
    let builder = Builder {
        words: &words,
        ..builder
    };
    let html = html::document(&builder.item(&point).unwrap(), &words);
    assert!(!html.contains("lang="), "{html}");
}

#[test]
fn serious_cautions_and_the_rules_for_stopping_are_never_folded_away() {
    let catalog = catalog();
    let words = Words::default();
    let builder = Builder {
        catalog: &catalog,
        words: &words,
        side: Side::Left,
    };
    fn open_cautions(blocks: &[Block]) -> usize {
        blocks
            .iter()
            .map(|block| match block {
                Block::Caution(_) => 1,
                Block::Section(section) if section.fold == Fold::Never => {
                    open_cautions(&section.blocks)
                }
                _ => 0,
            })
            .sum()
    }
    for (muscle, point) in catalog.points() {
        let cautions = muscle.cautions.iter();
        let serious = cautions.filter(|x| x.is_about(point)).any(|x| x.serious)
            || catalog.rules(&muscle.rules).any(|rule| rule.serious);
        let document = builder.document(Subject::Point(muscle, point));
        let open = open_cautions(&document.blocks);
        assert_eq!(open, 1 + usize::from(serious), "{}", point.id);
    }
}

#[test]
fn one_card_in_every_renderer() {
    let catalog = catalog();
    let words = Words::default();
    let builder = Builder {
        catalog: &catalog,
        words: &words,
        side: Side::Left,
    };
    let point = Item::Point(PointId::new("TRA-1", Side::Left));
    let document = builder.item(&point).unwrap();
    assert!(
        document
            .statements()
            .iter()
            .any(|x| x.confidence == Some(Confidence::Recalled))
    );
    insta::assert_snapshot!("tra-1-terminal", as_text(&document, &words));
    let html = html::document(&document, &words).replace("><", ">\n<");
    insta::assert_snapshot!("tra-1-html", html);
    let json = serde_json::to_string_pretty(&document).unwrap();
    insta::assert_snapshot!("tra-1-json", json);
}
