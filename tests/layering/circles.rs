//! Which file knows which, and the circles among them.
//!
//! A module and those below it are one thing in several files: that one below knows what it belongs to makes
//! no circle. What only tests name does not count.

use super::paths::Source;
use std::collections::{BTreeMap, BTreeSet};

/// Who knows whom, and the line that says so.
pub type Graph = BTreeMap<String, BTreeMap<String, usize>>;

/// The graph of all files.
pub fn graph(sources: &[Source]) -> Graph {
    let by_module: BTreeMap<&[String], &Source> = sources
        .iter()
        .map(|source| (source.module.as_slice(), source))
        .collect();
    let tests: BTreeSet<Vec<String>> = sources
        .iter()
        .flat_map(|source| {
            let child =
                |name: &String| [source.module.as_slice(), std::slice::from_ref(name)].concat();
            source.test_children.iter().map(child)
        })
        .collect();
    let is_test = |module: &[String]| tests.iter().any(|test| module.starts_with(test));
    let mut graph = Graph::new();
    for source in sources.iter().filter(|source| !is_test(&source.module)) {
        let from = source.module.join("::");
        let knows = graph.entry(from).or_default();
        for named in source.named.iter().filter(|named| !named.in_test) {
            let Some(to) = file_of(&by_module, &named.path, 8) else {
                continue;
            };
            if !source.module.starts_with(to) && !is_test(to) {
                knows.entry(to.join("::")).or_insert(named.line);
            }
        }
    }
    graph
}

/// The file in which what a path names is written.
fn file_of<'a>(
    by_module: &BTreeMap<&'a [String], &'a Source>,
    path: &[String],
    patience: usize,
) -> Option<&'a [String]> {
    let ours = path.first().is_some_and(|first| first == "crate");
    let names = &path[usize::from(ours)..];
    let longest = (1..=names.len()).rev().find_map(|length| {
        let (module, source) = by_module.get_key_value(&names[..length])?;
        Some((*module, *source))
    });
    let (module, source) = longest.filter(|_| ours)?;
    // Handed on from another file: that one is known.
    let next = names
        .get(module.len())
        .and_then(|name| source.handed_on.get(name));
    match next {
        Some(meant) if patience > 0 => {
            let on = [meant.as_slice(), &names[module.len() + 1..]].concat();
            file_of(by_module, &on, patience - 1).or(Some(module))
        }
        _ => Some(module),
    }
}

/// Files that know each other, however long the way: each circle's files in order.
pub fn circles(graph: &Graph) -> Vec<Vec<String>> {
    let reached: BTreeMap<&str, BTreeSet<&str>> = graph
        .keys()
        .map(|from| (from.as_str(), all_from(graph, from)))
        .collect();
    let mut found = BTreeSet::new();
    for from in graph.keys() {
        let together: Vec<String> = graph
            .keys()
            .filter(|to| {
                reached[from.as_str()].contains(to.as_str())
                    && reached[to.as_str()].contains(from.as_str())
            })
            .cloned()
            .collect();
        if together.len() > 1 {
            found.insert(together);
        }
    }
    found.into_iter().collect()
}

fn all_from<'a>(graph: &'a Graph, from: &str) -> BTreeSet<&'a str> {
    let mut seen = BTreeSet::new();
    let mut ahead: Vec<&str> = graph[from].keys().map(String::as_str).collect();
    while let Some(module) = ahead.pop() {
        if seen.insert(module) {
            ahead.extend(
                graph
                    .get(module)
                    .into_iter()
                    .flatten()
                    .map(|(to, _)| to.as_str()),
            );
        }
    }
    seen
}

/// The lines that make a circle.
pub fn told(graph: &Graph, circle: &[String]) -> String {
    let mut lines = Vec::new();
    for from in circle {
        for (to, line) in &graph[from] {
            if circle.contains(to) {
                lines.push(format!("  {from} knows {to} (line {line})"));
            }
        }
    }
    lines.join("\n")
}
