//! The project as it stood in a revision of git: read through the `git` program, without touching any work tree.

use std::collections::BTreeMap;
use std::io::{ErrorKind, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::diag::Fatal;
use crate::diag::vertaal::technisch;

/// The parts of a project; nothing else of the repository is read.
const MAPPEN: [&str; 3] = ["content", "templates", "fonts"];

/// What stands at a path.
#[derive(Debug, PartialEq, Eq)]
pub enum Stukje {
    /// A file.
    Bestand(Vec<u8>),
    /// A symbolic link or a repository within; never followed.
    Verwijzing,
}

/// The project in one revision, in memory, by path relative to the project.
#[derive(Debug, Default)]
pub struct Boom(pub BTreeMap<String, Stukje>);

/// Why a revision cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GitFout {
    /// There is no program `git`.
    GeenGit,
    /// The project is in no repository.
    GeenRepo,
    /// No commit has this name.
    Onbekend(String),
    /// Git said no.
    Weigert(String),
}

impl GitFout {
    /// What a user reads.
    pub fn message(&self) -> String {
        match self {
            Self::GeenGit => "het programma `git` staat niet op deze computer; vergelijk met een map (een \
                              uitvoermap of een projectmap)"
                .to_string(),
            Self::GeenRepo => "deze projectmap wordt niet bijgehouden in git; vergelijk met een map (een uitvoermap \
                               of een projectmap)"
                .to_string(),
            Self::Onbekend(naam) => format!("`{naam}` is geen map en geen versie die git kent"),
            Self::Weigert(waarom) if waarom.contains("dubious ownership") => {
                "git kan de versie niet geven: de map is van een andere gebruiker, en die vertrouwt git niet"
                    .to_string()
            }
            Self::Weigert(waarom) => format!("git kan de versie niet geven ({})", technisch("git", waarom)),
        }
    }
}

/// The files of the project at this revision.
///
/// # Errors
/// When there is no git, no repository or no such revision.
pub fn boom(project: &Path, revisie: &str) -> Result<Boom, GitFout> {
    git(project, &["rev-parse", "--git-dir"], &[])?.map_err(|zegt| match zegt.contains("not a git repository") {
        true => GitFout::GeenRepo,
        // Such as a repository of another owner, which git does not trust.
        false => GitFout::Weigert(zegt),
    })?;
    // Behind `--end-of-options` a name that looks like an option is a name.
    let commit = format!("{revisie}^{{commit}}");
    let gevonden = git(project, &["rev-parse", "--verify", "--quiet", "--end-of-options", &commit], &[])?;
    let gevonden = gevonden.map_err(|_| GitFout::Onbekend(revisie.to_string()))?;
    let sha = String::from_utf8_lossy(&gevonden).trim().to_string();
    let mut args = vec!["ls-tree", "-r", "-z", &sha, "--"];
    args.extend(MAPPEN);
    // Without --full-tree the paths are those below the project, wherever it lies in the repository.
    let lijst = git(project, &args, &[])?.map_err(GitFout::Weigert)?;
    let regels: Vec<Regel> = lijst.split(|byte| *byte == 0).filter_map(Regel::lees).collect();
    let vraag: String = regels.iter().filter(|r| r.is_bestand).map(|r| format!("{}\n", r.object)).collect();
    let inhoud = git(project, &["cat-file", "--batch"], vraag.as_bytes())?.map_err(GitFout::Weigert)?;
    let mut rest = inhoud.as_slice();
    let mut boom = Boom::default();
    for regel in regels {
        let stukje = match regel.is_bestand {
            true => Stukje::Bestand(
                volgende(&mut rest).ok_or_else(|| GitFout::Weigert(format!("`{}` ontbreekt", regel.pad)))?,
            ),
            false => Stukje::Verwijzing,
        };
        boom.0.insert(regel.pad, stukje);
    }
    Ok(boom)
}

/// A line of `git ls-tree`: `100644 blob <object>\t<path>`.
struct Regel {
    object: String,
    pad: String,
    is_bestand: bool,
}

impl Regel {
    /// `None` for the end of the list, and for a path that is no text.
    fn lees(regel: &[u8]) -> Option<Self> {
        let (kop, pad) = std::str::from_utf8(regel).ok()?.split_once('\t')?;
        let mut delen = kop.split(' ');
        let (soort, object) = (delen.next()?, delen.nth(1)?);
        Some(Self { object: object.to_string(), pad: pad.to_string(), is_bestand: soort.starts_with("100") })
    }
}

/// The next object of `git cat-file --batch`: `<object> blob <size>\n<bytes>\n`.
fn volgende(rest: &mut &[u8]) -> Option<Vec<u8>> {
    let einde = rest.iter().position(|byte| *byte == b'\n')?;
    let kop = std::str::from_utf8(&rest[..einde]).ok()?;
    let lengte: usize = kop.rsplit(' ').next()?.parse().ok()?;
    let bytes = rest.get(einde + 1..einde + 1 + lengte)?.to_vec();
    *rest = rest.get(einde + lengte + 2..)?;
    Some(bytes)
}

/// Runs git in the project; what it says when it fails is the inner error.
fn git(project: &Path, args: &[&str], invoer: &[u8]) -> Result<Result<Vec<u8>, String>, GitFout> {
    let mut command = Command::new("git");
    command.arg("-C").arg(project).args(args).env("LC_ALL", "C").env("GIT_OPTIONAL_LOCKS", "0");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let weigert = |error: std::io::Error| match error.kind() {
        ErrorKind::NotFound => GitFout::GeenGit,
        _ => GitFout::Weigert(Fatal::reason(&error)),
    };
    let mut kind = command.spawn().map_err(weigert)?;
    let stdin = kind.stdin.take();
    let output = std::thread::scope(|scope| {
        // Git answers while it is still being asked; both pipes must move.
        scope.spawn(move || stdin.map(|mut stdin| stdin.write_all(invoer)));
        kind.wait_with_output()
    });
    let output = output.map_err(weigert)?;
    let zegt = String::from_utf8_lossy(&output.stderr).lines().next().unwrap_or_default().to_string();
    Ok(if output.status.success() { Ok(output.stdout) } else { Err(zegt) })
}
