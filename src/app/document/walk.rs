//! Going through the blocks of a document.

use super::{
    block::{Block, Statement},
    text::Text,
};
use crate::model::facts::Confidence;

/// Something stated, with what it rests on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sourced<'a> {
    /// What is stated.
    pub text: &'a Text,
    /// Ids of sources.
    pub sources: &'a [String],
    /// How far to trust it.
    pub confidence: Option<Confidence>,
}

impl<'a> From<&'a Statement> for Sourced<'a> {
    fn from(statement: &'a Statement) -> Self {
        Self {
            text: &statement.text,
            sources: &statement.sources,
            confidence: statement.confidence,
        }
    }
}

/// Every block in the order of reading, those within others after their own.
pub(super) fn blocks<'a>(all: &'a [Block], visit: &mut dyn FnMut(&'a Block)) {
    for block in all {
        visit(block);
        match block {
            Block::Section(section) => blocks(&section.blocks, visit),
            Block::Caution(caution) => blocks(&caution.blocks, visit),
            Block::Together { blocks: inner } => blocks(inner, visit),
            Block::Entry(entry) => {
                blocks(&entry.blocks, visit);
                blocks(&entry.more, visit);
            }
            _ => {}
        }
    }
}

/// Every statement in the order of reading.
pub(super) fn statements(all: &[Block]) -> Vec<Sourced<'_>> {
    let mut found = Vec::new();
    blocks(all, &mut |block| match block {
        Block::Statement(statement) => found.push(statement.into()),
        Block::Labelled(labelled) => found.push((&labelled.statement).into()),
        Block::Zone(zone) => found.push((&zone.pattern).into()),
        Block::Claim(claim) => found.push((&claim.truth.statement).into()),
        Block::List(list) => found.extend(list.items.iter().map(Sourced::from)),
        Block::Practice(practice) => found.extend(practice.limits.iter().map(Sourced::from)),
        Block::Applications { applications } => {
            for application in applications {
                found.push((&application.how).into());
                found.extend(application.practice.limits.iter().map(Sourced::from));
            }
        }
        Block::Table(table) => {
            for row in &table.rows {
                // The sources of a row stand after its last cell.
                if let Some(text) = row.cells.last() {
                    found.push(Sourced {
                        text,
                        sources: &row.sources,
                        confidence: Some(row.confidence),
                    });
                }
            }
        }
        Block::Paragraph { .. }
        | Block::Note { .. }
        | Block::Urgent { .. }
        | Block::Picture(_)
        | Block::Fact(_)
        | Block::Labels { .. }
        | Block::Links(_)
        | Block::Rows { .. }
        | Block::Caution(_)
        | Block::Limits { .. }
        | Block::Section(_)
        | Block::Entry(_)
        | Block::Together { .. }
        | Block::Hints { .. }
        | Block::Legend { .. }
        | Block::Keys { .. } => {}
    });
    found
}
