//! Tells the page which controls the panels have: what each is called, what it is and where it stands.
//!
//! The panels are painted, so the browser knows nothing of them. Whoever asks, by the event `myomap-ask-controls` on
//! the canvas, is answered once, by `myomap-controls`. The page's tests press buttons by their names this way, and
//! so can other programs that work the page. It costs nothing while nobody asks.

use crate::app::session::Wake;
use bevy::{prelude::*, window::RequestRedraw};
use bevy_egui::{EguiContext, EguiOutput, egui::accesskit};
use serde::Serialize;

/// Somebody has asked, and is not answered yet.
#[derive(Resource, Default)]
pub struct ControlsAsked(pub bool);

/// A control of the panels.
#[derive(Serialize)]
struct Control {
    /// Its accessible name.
    name: String,
    /// What it is, as AccessKit calls it: `Button`, `Link`, `Slider`.
    role: String,
    /// Where it stands: left, top, width and height in CSS pixels from the canvas's corner.
    rect_px: [f64; 4],
    /// It takes no press at the moment.
    disabled: bool,
}

/// Answers in `Last`, after the panels have been drawn.
pub fn plugin(app: &mut App) {
    app.init_resource::<ControlsAsked>()
        .add_systems(Last, answer.run_if(|asked: Res<ControlsAsked>| asked.0));
}

fn answer(
    mut panels: Query<(&mut EguiContext, &EguiOutput)>,
    mut asked: ResMut<ControlsAsked>,
    mut wake: ResMut<Wake>,
    mut redraw: MessageWriter<RequestRedraw>,
) {
    let Ok((mut context, output)) = panels.single_mut() else {
        return;
    };
    let Some(update) = &output.platform_output.accesskit_update else {
        // The tree is made only when it is wanted: it comes with the next pass.
        context.get_mut().enable_accesskit();
        wake.wake();
        redraw.write(RequestRedraw);
        return;
    };
    let controls: Vec<Control> = update
        .nodes
        .iter()
        .filter_map(|(_, node)| control(node))
        .collect();
    super::tell("myomap-controls", &controls);
    context.get_mut().disable_accesskit();
    asked.0 = false;
}

/// What is told of a node; nothing of one without a name or a place.
fn control(node: &accesskit::Node) -> Option<Control> {
    let name = node.label().or_else(|| node.value())?;
    let bounds = node.bounds()?;
    Some(Control {
        name: name.to_owned(),
        role: format!("{:?}", node.role()),
        rect_px: [bounds.x0, bounds.y0, bounds.width(), bounds.height()],
        disabled: node.is_disabled(),
    })
}
