//! What the system says of its user.

/// The user's languages as the system or the browser tells them, e.g. `es-MX`, the one liked
/// best first. Empty where it tells none.
#[must_use]
pub fn system_languages() -> Vec<String> {
    sys_locale::get_locales().collect()
}
