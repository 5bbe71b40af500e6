//! What a source file names: every path of its code, spelled out from the crate's root.
//!
//! Read with `syn`, so that comments and texts do not count; what stands in a macro's brackets is read as
//! tokens. Not done: types are not inferred, so a method or field of another room's type is not seen.

use proc_macro2::{TokenStream, TokenTree};
use std::collections::BTreeMap;
use syn::{
    Attribute, Item, UseTree,
    spanned::Spanned,
    visit::{self, Visit},
};

/// A path that a file names.
#[derive(Clone, Debug)]
pub struct Named {
    /// From the root: `crate` first where it is ours.
    pub path: Vec<String>,
    /// In which line.
    pub line: usize,
    /// Only tests name it.
    pub in_test: bool,
}

impl Named {
    /// As it is written in code.
    pub fn text(&self) -> String {
        self.path.join("::")
    }
}

/// A file, read.
#[derive(Debug, Default)]
pub struct Source {
    /// `view/pain.rs` is `[view, pain]`, `view/mod.rs` is `[view]`.
    pub module: Vec<String>,
    /// Every path in it.
    pub named: Vec<Named>,
    /// What it hands on under a name of its own (`pub use`).
    pub handed_on: BTreeMap<String, Vec<String>>,
    /// Its modules in other files that only tests have.
    pub test_children: Vec<String>,
}

/// Reads a file's text.
///
/// # Panics
/// When it is no Rust.
pub fn read(module: &[String], text: &str) -> Source {
    let file = match syn::parse_file(text) {
        Ok(file) => file,
        Err(fault) => panic!("{}: {fault}", module.join("::")),
    };
    let mut reader = Reader {
        inside: module.to_vec(),
        in_test: false,
        imports: BTreeMap::new(),
        children: Vec::new(),
        source: Source {
            module: module.to_vec(),
            ..Source::default()
        },
    };
    reader.visit_file(&file);
    reader.finish()
}

struct Reader {
    /// The module that is being read, with those written out in the file.
    inside: Vec<String>,
    in_test: bool,
    /// What a name stands for after `use`.
    imports: BTreeMap<String, Vec<String>>,
    /// Modules that are declared here.
    children: Vec<String>,
    source: Source,
}

impl Reader {
    /// Spells a path out; a name of this file stands for what was imported under it.
    fn finish(mut self) -> Source {
        let module = self.source.module.clone();
        let (imports, children) = (&self.imports, &self.children);
        let spell_out = |path: &mut Vec<String>| {
            if let Some(meant) = imports.get(&path[0]).filter(|meant| *meant != path) {
                path.splice(..1, meant.iter().cloned());
            }
            if children.contains(&path[0]) {
                let above = std::iter::once("crate".to_owned()).chain(module.iter().cloned());
                path.splice(..0, above);
            }
        };
        for named in &mut self.source.named {
            spell_out(&mut named.path);
        }
        self.source.handed_on.values_mut().for_each(spell_out);
        self.source
    }

    fn name(&mut self, path: Vec<String>, line: usize) {
        let path = absolute(&self.inside, path);
        if !path.is_empty() && path != ["Self"] {
            self.source.named.push(Named {
                path,
                line,
                in_test: self.in_test,
            });
        }
    }

    fn import(&mut self, before: &[String], tree: &UseTree, public: bool) {
        let with = |name: &syn::Ident| {
            let mut path = before.to_vec();
            path.push(name.to_string());
            path
        };
        let (path, known_as, line) = match tree {
            UseTree::Path(more) => return self.import(&with(&more.ident), &more.tree, public),
            UseTree::Group(group) => {
                for tree in &group.items {
                    self.import(before, tree, public);
                }
                return;
            }
            UseTree::Name(name) if name.ident == "self" => {
                let last = before.last().cloned();
                (before.to_vec(), last, name.span().start().line)
            }
            UseTree::Name(name) => {
                let known_as = Some(name.ident.to_string());
                (with(&name.ident), known_as, name.span().start().line)
            }
            UseTree::Rename(name) => {
                let known_as = Some(name.rename.to_string());
                let path = if name.ident == "self" {
                    before.to_vec()
                } else {
                    with(&name.ident)
                };
                (path, known_as, name.span().start().line)
            }
            UseTree::Glob(star) => (before.to_vec(), None, star.span().start().line),
        };
        let full = absolute(&self.inside, path.clone());
        if let Some(known_as) = known_as {
            if public {
                self.source.handed_on.insert(known_as.clone(), full.clone());
            }
            // A test's names do not speak for the rest of the file.
            if !self.in_test || !self.imports.contains_key(&known_as) {
                self.imports.insert(known_as, full);
            }
        }
        self.name(path, line);
    }

    /// Paths among the tokens of a macro.
    fn tokens(&mut self, tokens: TokenStream) {
        let all: Vec<TokenTree> = tokens.into_iter().collect();
        let colons = |at: usize| {
            let is =
                |at: usize| matches!(all.get(at), Some(TokenTree::Punct(p)) if p.as_char() == ':');
            is(at) && is(at + 1)
        };
        let mut at = 0;
        while at < all.len() {
            match &all[at] {
                TokenTree::Group(group) => self.tokens(group.stream()),
                TokenTree::Ident(first) => {
                    let line = first.span().start().line;
                    let mut path = vec![first.to_string()];
                    while colons(at + 1) {
                        let Some(TokenTree::Ident(next)) = all.get(at + 3) else {
                            break;
                        };
                        path.push(next.to_string());
                        at += 3;
                    }
                    if path.len() > 1 {
                        self.name(path, line);
                    }
                }
                _ => {}
            }
            at += 1;
        }
    }
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item(&mut self, item: &'ast Item) {
        let before = self.in_test;
        self.in_test |= attributes(item).iter().any(only_in_tests);
        visit::visit_item(self, item);
        self.in_test = before;
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        let public = !matches!(item.vis, syn::Visibility::Inherited);
        self.import(&[], &item.tree, public);
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        let name = item.ident.to_string();
        if item.content.is_none() {
            if self.in_test {
                self.source.test_children.push(name.clone());
            }
            self.children.push(name);
            return;
        }
        self.inside.push(name);
        visit::visit_item_mod(self, item);
        self.inside.pop();
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names = path.segments.iter().map(|part| part.ident.to_string());
        self.name(names.collect(), path.span().start().line);
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        self.visit_path(&call.path);
        self.tokens(call.tokens.clone());
    }

    fn visit_attribute(&mut self, attribute: &'ast Attribute) {
        if let syn::Meta::List(list) = &attribute.meta {
            self.tokens(list.tokens.clone());
        }
    }

    // `pub(super)` says who may see something, not who is known.
    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {}
}

/// With `self` and `super` replaced by what they stand for; empty for a value's `self`.
fn absolute(module: &[String], path: Vec<String>) -> Vec<String> {
    let own = path[0] == "self";
    if own && path.len() == 1 {
        return Vec::new();
    }
    let rest = &path[usize::from(own)..];
    let up = rest.iter().take_while(|name| *name == "super").count();
    if !own && up == 0 {
        return path;
    }
    let kept = module.len().saturating_sub(up);
    let above = std::iter::once("crate".to_owned()).chain(module[..kept].iter().cloned());
    above.chain(rest[up..].iter().cloned()).collect()
}

fn only_in_tests(attribute: &Attribute) -> bool {
    let syn::Meta::List(list) = &attribute.meta else {
        return attribute.path().is_ident("test");
    };
    let words = list.tokens.to_string();
    list.path.is_ident("cfg") && words.contains("test") && !words.contains("not")
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}
