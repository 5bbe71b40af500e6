//! What a source file says: the keys in it, and the texts it has of its own. Read with `syn`.

use proc_macro2::{TokenStream, TokenTree};
use std::collections::BTreeSet;
use syn::{
    Expr, ExprCall, ExprMethodCall, Item, Lit, LitStr, Token,
    parse::Parser,
    punctuated::Punctuated,
    spanned::Spanned,
    visit::{self, Visit},
};

/// A key that is said.
#[derive(Debug, PartialEq, Eq)]
pub struct Said {
    /// The key.
    pub key: String,
    /// What is known of the variables given with it.
    pub given: Given,
}

/// The variables of a message, as far as a call writes them out.
#[derive(Debug, PartialEq, Eq)]
pub enum Given {
    /// These and no others.
    All(BTreeSet<String>),
    /// This one, perhaps among others.
    Some(String),
    /// They stand elsewhere.
    Unknown,
}

/// Every key in a source; a fault where a call does not write its key out.
pub fn said(source: &str) -> Result<Vec<Said>, String> {
    let mut keys = Keys::default();
    keys.visit_file(&syn::parse_file(source).map_err(|fault| fault.to_string())?);
    keys.fault.map_or(Ok(keys.all), Err)
}

/// Texts in a source that look like something said to the user: they begin with a capital
/// letter and have a second word, or are one capitalised word of five letters or more.
pub fn own_words(source: &str) -> Vec<String> {
    let mut texts = Texts::default();
    match syn::parse_file(source) {
        Ok(file) => texts.visit_file(&file),
        Err(fault) => panic!("{fault}"),
    }
    texts.all.retain(|text| looks_said(text));
    texts.all
}

fn looks_said(text: &str) -> bool {
    let mut letters = text.chars();
    let capital = letters.next().is_some_and(char::is_uppercase);
    let word = letters.take_while(|c| c.is_lowercase()).count();
    let alone = text.chars().all(char::is_alphabetic);
    capital && ((word >= 1 && text.contains(' ')) || (word >= 4 && alone)) && text != "Ctrl K"
}

#[derive(Default)]
struct Keys {
    all: Vec<Said>,
    fault: Option<String>,
}

impl Keys {
    fn add(&mut self, call: &str, key: Option<&Expr>, given: Given) {
        match key.map(|key| (text_of(key), key)) {
            Some((Some(key), _)) => self.all.push(Said { key, given }),
            Some((None, key)) => {
                let line = key.span().start().line;
                let fault = format!("line {line}: {call}(…) must have its key written out");
                self.fault.get_or_insert(fault);
            }
            None => {}
        }
    }
}

impl<'ast> Visit<'ast> for Keys {
    fn visit_expr_method_call(&mut self, call: &'ast ExprMethodCall) {
        let key = call.args.first();
        match call.method.to_string().as_str() {
            "say" => self.add("say", key, Given::All(BTreeSet::new())),
            "say_with" => self.add("say_with", key, given(call.args.get(1))),
            "with" => {
                if let (Some(message), Some(name)) =
                    (message_of(&call.receiver), key.and_then(text_of))
                {
                    self.add("Key", Some(message), Given::Some(name));
                }
            }
            _ => {}
        }
        visit::visit_expr_method_call(self, call);
    }

    fn visit_expr_call(&mut self, call: &'ast ExprCall) {
        if ends_with(&call.func, "Key") {
            self.add("Key", call.args.first(), Given::Unknown);
        }
        visit::visit_expr_call(self, call);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        for expression in expressions(call.tokens.clone()) {
            self.visit_expr(&expression);
        }
    }
}

/// The key in `Message::new(Key(…)).with(…)…`.
fn message_of(mut receiver: &Expr) -> Option<&Expr> {
    while let Expr::MethodCall(call) = receiver {
        if call.method != "with" {
            return None;
        }
        receiver = &call.receiver;
    }
    let Expr::Call(new) = receiver else {
        return None;
    };
    match new.args.first() {
        Some(Expr::Call(key)) if ends_with(&key.func, "Key") => key.args.first(),
        _ => None,
    }
}

fn ends_with(function: &Expr, name: &str) -> bool {
    let Expr::Path(path) = function else {
        return false;
    };
    let last = path.path.segments.last();
    last.is_some_and(|segment| segment.ident == name)
}

fn text_of(expression: &Expr) -> Option<String> {
    match expression {
        Expr::Lit(literal) => match &literal.lit {
            Lit::Str(text) => Some(text.value()),
            _ => None,
        },
        _ => None,
    }
}

/// The names in `&[("name", …), …]`.
fn given(list: Option<&Expr>) -> Given {
    let names = || {
        let Some(Expr::Reference(list)) = list else {
            return None;
        };
        let Expr::Array(list) = &*list.expr else {
            return None;
        };
        let names = list.elems.iter().map(|pair| match pair {
            Expr::Tuple(pair) => text_of(pair.elems.first()?),
            _ => None,
        });
        names.collect::<Option<BTreeSet<String>>>()
    };
    names().map_or(Given::Unknown, Given::All)
}

/// What is between a macro's brackets, where that is expressions and commas; else what is in the brackets
/// among its tokens.
fn expressions(tokens: TokenStream) -> Vec<Expr> {
    let list = Punctuated::<Expr, Token![,]>::parse_terminated.parse2(tokens.clone());
    if let Ok(list) = list {
        return list.into_iter().collect();
    }
    // `matches!(x, A | B if y == Key("…"))`, `vec![key; 3]`: each stretch for itself.
    let mut pieces = vec![TokenStream::new()];
    for token in tokens.clone() {
        match &token {
            TokenTree::Punct(sign) if matches!(sign.as_char(), ',' | ';') => {
                pieces.push(TokenStream::new());
            }
            TokenTree::Ident(word) if word == "if" => pieces.push(TokenStream::new()),
            _ => pieces.last_mut().unwrap().extend([token]),
        }
    }
    if pieces.len() == 1 {
        let inner = tokens.into_iter().filter_map(|token| match token {
            TokenTree::Group(group) => Some(group.stream()),
            _ => None,
        });
        return inner.flat_map(expressions).collect();
    }
    pieces.into_iter().flat_map(expressions).collect()
}

#[derive(Default)]
struct Texts {
    all: Vec<String>,
}

impl Texts {
    fn tokens(&mut self, tokens: TokenStream) {
        for token in tokens {
            match token {
                TokenTree::Group(group) => self.tokens(group.stream()),
                TokenTree::Literal(literal) => {
                    if let Ok(text) = syn::parse_str::<LitStr>(&literal.to_string()) {
                        self.all.push(text.value());
                    }
                }
                _ => {}
            }
        }
    }
}

impl<'ast> Visit<'ast> for Texts {
    fn visit_item(&mut self, item: &'ast Item) {
        // Texts in tests are theirs.
        if !matches!(item, Item::Mod(tests) if tests.attrs.iter().any(only_in_tests)) {
            visit::visit_item(self, item);
        }
    }

    fn visit_lit_str(&mut self, text: &'ast LitStr) {
        self.all.push(text.value());
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        self.tokens(call.tokens.clone());
    }

    // Comments of documentation are attributes.
    fn visit_attribute(&mut self, _: &'ast syn::Attribute) {}
}

fn only_in_tests(attribute: &syn::Attribute) -> bool {
    match &attribute.meta {
        syn::Meta::List(list) => list.path.is_ident("cfg") && list.tokens.to_string() == "test",
        _ => false,
    }
}
