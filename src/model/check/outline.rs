//! Where things stand in a RON text: a tree of values with their byte ranges.
//!
//! RON's own parser gives places only for faults of form. The checks of meaning name a
//! fault by its path (third point, its essential zone, second region); this finds the
//! path's place in the text. It reads brackets, strings and comments and nothing more:
//! whether the values are right is not known here.

use std::ops::Range;

/// Deepest nesting followed; RON's parser refuses at less.
const DEEPEST: usize = 200;
/// Most values in one text; more than that is no data anyone wrote, and would fill the memory.
const MOST_VALUES: usize = 2_000_000;

/// One step from a value to a value inside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// A named field.
    Field(&'static str),
    /// The n-th of a list or tuple, from 0.
    Index(usize),
}

/// A value and the values inside it.
#[derive(Debug)]
pub struct Node {
    /// Its bytes in the text, name included where it has one (`At("x")`).
    pub span: Range<usize>,
    /// What is inside.
    pub inner: Inner,
}

/// What is inside a value.
#[derive(Debug)]
pub enum Inner {
    /// Nothing: a number, a string, a word.
    Nothing,
    /// `[a, b]`.
    List(Vec<Node>),
    /// `(a, b)`, also after a name.
    Tuple(Vec<Node>),
    /// `(name: a, other: b)`, also after a name.
    Fields(Vec<(Range<usize>, Node)>),
}

/// Reads a text's outline; nothing where its brackets do not match or nest too deep.
pub fn outline(text: &str) -> Option<Node> {
    let mut reader = Reader::at(text, 0);
    let node = reader.value(0)?;
    reader.skip_space()?;
    (reader.at == text.len()).then_some(node)
}

impl Node {
    /// The value at the end of a path, or the last one on the way that is there.
    pub fn find<'a>(&'a self, text: &str, path: &[Step]) -> &'a Node {
        let Some((step, rest)) = path.split_first() else {
            return self;
        };
        let next = match (step, &self.inner) {
            // `Some((a: 1))` is looked through, so that it may be left out of the path.
            (Step::Field(_), Inner::Tuple(all)) if all.len() == 1 => {
                return all.first().map_or(self, |only| only.find(text, path));
            }
            (Step::Index(i), Inner::List(all) | Inner::Tuple(all)) => all.get(*i),
            (Step::Field(name), Inner::Fields(all)) => all
                .iter()
                .find(|(field, _)| text.get(field.clone()) == Some(name))
                .map(|(_, node)| node),
            _ => None,
        };
        next.map_or(self, |node| node.find(text, rest))
    }

    /// The list elements around a byte, outermost first, each with the name of the field
    /// whose list it is in (none for the outermost list of a file, or a list in a list).
    pub fn elements_around<'a>(&'a self, text: &'a str, byte: usize) -> Vec<Element<'a>> {
        // A fault at the end of a value (a missing field) stands just behind its last byte.
        let around = |node: &Node| node.span.start <= byte && byte <= node.span.end;
        let mut elements = Vec::new();
        let mut field = None;
        let mut node = self;
        loop {
            let next = match &node.inner {
                Inner::Nothing => None,
                Inner::List(all) | Inner::Tuple(all) => {
                    // They stand in order, and a hostile list is long.
                    let first = all.partition_point(|inner| inner.span.end < byte);
                    all.get(first).filter(|inner| around(inner))
                }
                Inner::Fields(all) => all
                    .iter()
                    .find(|(name, inner)| name.start <= byte && byte <= inner.span.end)
                    .map(|(_, inner)| inner),
            };
            let Some(next) = next else {
                return elements;
            };
            match &node.inner {
                Inner::List(_) => {
                    elements.push(Element { field, node: next });
                    field = None;
                }
                Inner::Fields(all) => {
                    field = all
                        .iter()
                        .find(|(_, inner)| std::ptr::eq(inner, next))
                        .and_then(|(name, _)| text.get(name.clone()));
                }
                Inner::Tuple(_) | Inner::Nothing => field = None,
            }
            node = next;
        }
    }
}

/// A value in a list.
pub struct Element<'a> {
    /// Name of the field that holds the list.
    pub field: Option<&'a str>,
    /// The value.
    pub node: &'a Node,
}

/// The text with some values, and the comma after each, replaced by spaces: places in the
/// rest stay.
pub fn blanked(text: &str, spans: &[Range<usize>]) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for span in spans {
        let mut reader = Reader::at(text, span.end);
        let end = match reader.skip_space() {
            Some(()) if reader.peek() == Some(b',') => reader.at + 1,
            _ => span.end,
        };
        for byte in bytes.get_mut(span.start..end).unwrap_or_default() {
            if *byte != b'\n' {
                *byte = b' ';
            }
        }
    }
    // A value's ends are never inside a character, so this cannot fail.
    String::from_utf8(bytes).unwrap_or_default()
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    values: usize,
}

impl<'a> Reader<'a> {
    fn at(text: &'a str, at: usize) -> Self {
        Self {
            text,
            at,
            values: 0,
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn rest(&self) -> &[u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    /// Steps over white space and comments; nothing where a comment does not end.
    fn skip_space(&mut self) -> Option<()> {
        loop {
            let rest = self.rest();
            if rest.first().is_some_and(|b| b.is_ascii_whitespace()) {
                self.at += 1;
            } else if rest.starts_with(b"//") {
                self.at += rest.iter().position(|b| *b == b'\n').unwrap_or(rest.len());
            } else if rest.starts_with(b"/*") {
                self.skip_block_comment()?;
            } else {
                return Some(());
            }
        }
    }

    fn skip_block_comment(&mut self) -> Option<()> {
        let mut open = 0_usize;
        loop {
            let rest = self.rest();
            if rest.starts_with(b"/*") {
                open += 1;
                self.at += 2;
            } else if rest.starts_with(b"*/") {
                open -= 1;
                self.at += 2;
                if open == 0 {
                    return Some(());
                }
            } else if rest.is_empty() {
                return None;
            } else {
                self.at += 1;
            }
        }
    }

    fn value(&mut self, depth: usize) -> Option<Node> {
        self.values += 1;
        if depth > DEEPEST || self.values > MOST_VALUES {
            return None;
        }
        self.skip_space()?;
        let start = self.at;
        let inner = match self.peek()? {
            b'[' => Inner::List(self.values(b']', depth)?),
            b'(' => self.tuple_or_fields(depth)?,
            b'"' => self.string()?,
            b'r' if self.raw_string_hashes().is_some() => self.raw_string()?,
            b'\'' => self.character()?,
            _ => {
                self.word()?;
                let end = self.at;
                self.skip_space()?;
                if self.peek() == Some(b'(') {
                    self.tuple_or_fields(depth)?
                } else {
                    self.at = end;
                    Inner::Nothing
                }
            }
        };
        Some(Node {
            span: start..self.at,
            inner,
        })
    }

    /// A number, a name or a keyword.
    fn word(&mut self) -> Option<()> {
        let length = self
            .rest()
            .iter()
            .take_while(|b| b.is_ascii_alphanumeric() || b"_+-.#".contains(b) || **b >= 0x80)
            .count();
        self.at += length;
        (length > 0).then_some(())
    }

    /// Values with commas between them, from the opening bracket to the closing one.
    fn values(&mut self, close: u8, depth: usize) -> Option<Vec<Node>> {
        self.at += 1;
        let mut all = Vec::new();
        loop {
            self.skip_space()?;
            if self.peek()? == close {
                self.at += 1;
                return Some(all);
            }
            all.push(self.value(depth + 1)?);
            self.skip_space()?;
            match self.peek()? {
                b',' => self.at += 1,
                other if other == close => {}
                _ => return None,
            }
        }
    }

    fn tuple_or_fields(&mut self, depth: usize) -> Option<Inner> {
        let open = self.at;
        self.at += 1;
        self.skip_space()?;
        let word = self.word();
        self.skip_space()?;
        let named = word.is_some() && self.peek() == Some(b':');
        self.at = open;
        if !named {
            return Some(Inner::Tuple(self.values(b')', depth)?));
        }
        self.at += 1;
        let mut all = Vec::new();
        loop {
            self.skip_space()?;
            if self.peek()? == b')' {
                self.at += 1;
                return Some(Inner::Fields(all));
            }
            let start = self.at;
            self.word()?;
            let name = start..self.at;
            self.skip_space()?;
            if self.peek()? != b':' {
                return None;
            }
            self.at += 1;
            all.push((name, self.value(depth + 1)?));
            self.skip_space()?;
            match self.peek()? {
                b',' => self.at += 1,
                b')' => {}
                _ => return None,
            }
        }
    }

    fn string(&mut self) -> Option<Inner> {
        self.at += 1;
        loop {
            match self.peek()? {
                b'\\' => self.at += 2,
                b'"' => {
                    self.at += 1;
                    return Some(Inner::Nothing);
                }
                _ => self.at += 1,
            }
        }
    }

    fn raw_string_hashes(&self) -> Option<usize> {
        let rest = self.rest().get(1..)?;
        let hashes = rest.iter().take_while(|b| **b == b'#').count();
        (rest.get(hashes) == Some(&b'"')).then_some(hashes)
    }

    fn raw_string(&mut self) -> Option<Inner> {
        let hashes = self.raw_string_hashes()?;
        self.at += 2 + hashes;
        let end = format!("\"{}", "#".repeat(hashes));
        self.at += self.text.get(self.at..)?.find(&end)? + end.len();
        Some(Inner::Nothing)
    }

    fn character(&mut self) -> Option<Inner> {
        self.at += 1;
        self.at += if self.peek()? == b'\\' { 2 } else { 1 };
        while self.peek()? != b'\'' {
            self.at += 1;
        }
        self.at += 1;
        Some(Inner::Nothing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Step::{Field, Index};
    use proptest::prelude::*;

    const TEXT: &str = r##"// a list
[
    (id: "a", at: (1.0, -2e3), name: "x, (y] \" z"), /* and /* another */ */
    Named(id: "b", place: Between(At("p"), At(r#"q"#), 0.5), none: None, some: Some((1, 2))),
]
"##;

    fn found(path: &[Step]) -> &str {
        let node = outline(TEXT).unwrap();
        &TEXT[node.find(TEXT, path).span.clone()]
    }

    #[test]
    fn a_path_leads_to_its_value() {
        assert_eq!(found(&[Index(0), Field("at"), Index(1)]), "-2e3");
        assert_eq!(found(&[Index(0), Field("name")]), r#""x, (y] \" z""#);
        assert_eq!(
            found(&[Index(1), Field("place"), Index(1), Index(0)]),
            "r#\"q\"#"
        );
        assert_eq!(found(&[Index(1), Field("some"), Index(0), Index(1)]), "2");
        assert_eq!(found(&[Index(1), Field("none")]), "None");
    }

    #[test]
    fn a_path_that_goes_on_too_far_leads_to_the_last_value_there_is() {
        assert_eq!(
            found(&[Index(0), Field("id"), Index(3), Field("x")]),
            "\"a\""
        );
    }

    #[test]
    fn elements_around_a_byte_are_listed_from_outside() {
        let text = "[(a: [1, 22]), (a: [3])]";
        let node = outline(text).unwrap();
        let around = |byte| -> Vec<_> {
            node.elements_around(text, byte)
                .into_iter()
                .map(|e| (e.field, &text[e.node.span.clone()]))
                .collect()
        };
        assert_eq!(around(9), [(None, "(a: [1, 22])"), (Some("a"), "22")]);
        assert_eq!(around(16), [(None, "(a: [3])")]);
        assert!(around(0).is_empty());
    }

    #[test]
    fn blanking_keeps_every_other_place() {
        let text = "[\n \"é\" ,\n \"b\"]";
        let node = outline(text).unwrap();
        let Inner::List(all) = &node.inner else {
            panic!("a list")
        };
        let blank = blanked(text, &[all[0].span.clone()]);
        assert_eq!(blank.len(), text.len());
        assert_eq!(ron::from_str::<Vec<String>>(&blank).unwrap(), ["b"]);
        assert_eq!(blank.find("\"b\""), text.find("\"b\""));
    }

    #[test]
    fn what_does_not_match_or_nests_too_deep_has_no_outline() {
        for text in [
            "", "[", "[)", "(a: 1", "[1 2]", "\"open", "/* open", "(a: )", "[1] 2",
        ] {
            assert!(outline(text).is_none(), "{text}");
        }
        assert!(outline(&"[".repeat(100_000)).is_none());
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "[\\[\\](){}:,\"'r#\\\\/* a1é\n.-]{0,60}", byte in 0_usize..70) {
            if let Some(node) = outline(&text) {
                node.elements_around(&text, byte);
                prop_assert!(node.span.end <= text.len());
                prop_assert_eq!(blanked(&text, std::slice::from_ref(&node.span)).len(), text.len());
            }
        }
    }
}
