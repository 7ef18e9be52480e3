//! The `griffel` program: arguments in, exit code out.

use std::process::ExitCode;

fn main() -> ExitCode {
    griffel::cli::run(std::env::args_os())
}
