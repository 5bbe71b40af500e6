//! Runs the command line, and opens the window where that is what was asked for. In the browser
//! there is no command line: the page is opened.

#[cfg(not(target_arch = "wasm32"))]
use myomap::cli::{self, Outcome, WindowRequest};
#[cfg(not(target_arch = "wasm32"))]
use std::{io, process::ExitCode};

#[cfg(target_arch = "wasm32")]
fn main() {
    myomap::shell::open_page();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> ExitCode {
    // Not locked: the window and its threads write to them as well.
    let (out, err) = (&mut io::stdout(), &mut io::stderr());
    match cli::run(std::env::args_os(), cli::system_language(), out, err) {
        Outcome::Exit(code) => code,
        Outcome::Window(request) => open_window(*request),
    }
}

#[cfg(all(feature = "window", not(target_arch = "wasm32")))]
fn open_window(request: WindowRequest) -> ExitCode {
    let WindowRequest {
        link,
        catalog,
        report,
    } = request;
    match myomap::shell::open_window(link, catalog, &report) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("myomap: {}", cli::no_window(&error));
            ExitCode::from(1)
        }
    }
}

#[cfg(all(not(feature = "window"), not(target_arch = "wasm32")))]
fn open_window(_: WindowRequest) -> ExitCode {
    eprintln!("myomap: {}", cli::no_window());
    ExitCode::from(1)
}
