//! Google's own emulator, where its Debian package installed it.

use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::Command;

use super::emulator::Installed;
use crate::error::Result;
use crate::{needs, process, say};

/// Where the Debian package puts Google's tools.
const SDK: &str = "/usr/lib/google-cloud-sdk";

const JAR: &str = "platform/cloud-firestore-emulator/cloud-firestore-emulator.jar";

/// It lives for minutes and shares the machine: what it compiles, and the memory
/// that it keeps, should be little.
const FLAGS: &[&str] =
    &["-Duser.language=en", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx2g"];

const MAIN: &str = "com.google.cloud.datastore.emulator.firestore.CloudFirestore";

/// The emulator, if it is here.
pub(crate) fn find() -> Result<Option<Installed>> {
    in_folder(Path::new(SDK), "java")
}

fn in_folder(sdk: &Path, java: &str) -> Result<Option<Installed>> {
    let jar = sdk.join(JAR);
    if !jar.is_file() {
        say::note(
            "Google's Firestore emulator is not here (Debian package \
             google-cloud-cli-firestore-emulator, from Google's own archive)",
        );
        return Ok(None);
    }
    if process::output(Command::new(java).arg("-version"), java).is_err() {
        needs::missing(
            "Google's Firestore emulator needs java: install it (on Debian: apt-get install \
             default-jre-headless)",
        )?;
        return Ok(None);
    }
    let version = fs::read_to_string(sdk.join("VERSION")).unwrap_or_default();
    let mut command: Vec<OsString> = vec![java.into()];
    command.extend(FLAGS.iter().map(OsString::from));
    command.extend(["-cp".into(), jar.into_os_string(), MAIN.into()]);
    Ok(Some(Installed {
        name: "google",
        version: format!("Google's Firestore emulator of its SDK {}", version.trim()),
        command,
    }))
}

#[cfg(test)]
mod tests {
    use super::{JAR, in_folder};
    use crate::needs;
    use std::path::Path;
    use std::{fs, io};

    #[test]
    fn a_machine_without_the_jar_has_no_emulator() {
        assert!(in_folder(Path::new("/no-such-folder"), "java").is_ok_and(|found| found.is_none()));
    }

    #[test]
    fn the_jar_is_of_no_use_without_java() -> io::Result<()> {
        let sdk = std::env::temp_dir().join(format!("xtask-sdk-{}", std::process::id()));
        let jar = sdk.join(JAR);
        fs::create_dir_all(jar.parent().unwrap_or(&sdk))?;
        fs::write(&jar, "")?;
        let found = in_folder(&sdk, "no-such-java");
        fs::remove_dir_all(&sdk)?;
        match found {
            Ok(found) => assert!(found.is_none() && !needs::everything()),
            Err(error) => {
                assert!(needs::everything());
                assert!(error.to_string().contains("apt-get install default-jre-headless"));
            }
        }
        Ok(())
    }
}
