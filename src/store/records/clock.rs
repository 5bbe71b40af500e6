//! The system's clock, or the browser's.

use crate::records::{Clock, ZonedTime};
use jiff::Timestamp;

/// The clock of the machine, in the zone that it is set to.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

#[cfg(not(target_arch = "wasm32"))]
impl Clock for SystemClock {
    fn now(&self) -> ZonedTime {
        let instant = Timestamp::now();
        let zone = jiff::tz::TimeZone::system();
        ZonedTime::new(instant, zone.to_offset(instant), zone.iana_name())
    }
}

/// The browser knows the offset and the zone's name, so that the page needs no database of zones.
#[cfg(target_arch = "wasm32")]
impl Clock for SystemClock {
    fn now(&self) -> ZonedTime {
        use jiff::tz::Offset;
        let now = js_sys::Date::new_0();
        let instant = Timestamp::from_millisecond(now.get_time() as i64).unwrap_or_default();
        // JavaScript counts the minutes westwards.
        let seconds = (-now.get_timezone_offset() * 60.0) as i32;
        let offset = Offset::from_seconds(seconds).unwrap_or(Offset::UTC);
        ZonedTime::new(instant, offset, zone_name().as_deref())
    }
}

#[cfg(target_arch = "wasm32")]
fn zone_name() -> Option<String> {
    let format = js_sys::Intl::DateTimeFormat::default();
    let options = format.resolved_options();
    js_sys::Reflect::get(options.as_ref(), &"timeZone".into())
        .ok()?
        .as_string()
}
