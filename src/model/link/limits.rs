//! How much a link may hold.

/// The layer of the skeleton, below those of the muscles. 0 is the skin.
pub const DEEPEST_LAYER: u8 = 6;
/// Deepest position of the depth slider: the skeleton. 0 is the skin.
pub const DEEPEST: f32 = DEEPEST_LAYER as f32;
/// Longest link that is read or given out, in bytes from its `#` on. Browsers take more; chats and mail mostly less.
pub const LONGEST_LINK: usize = 20_000;
/// Most structures that a link may hide, show as shells, or show alone.
pub const MOST_STRUCTURES: usize = 500;
