//! One `PostgreSQL` server, from an empty folder to its first answer.

use std::ffi::OsString;
use std::path::Path;
use std::time::{Duration, Instant};

use super::Psql;
use super::programs::Programs;
use crate::error::{Error, Result};
use crate::say;
use crate::server::Server;
use crate::server::guard::Guard;
use crate::server::places::Places;
use crate::server::ports::{free_port, unique};

/// Makes the data and becomes the server. Its sockets are TCP only: the path of
/// a local socket may be no longer than about a hundred bytes.
const SCRIPT: &str = r#"
bin=$1 data=$2 port=$3
"$bin/initdb" -D "$data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync || exit 1
exec "$bin/postgres" -D "$data" -h 127.0.0.1 -p "$port" -c unix_socket_directories= \
    -c fsync=off -c max_connections=200 -c wal_level=logical -c timezone=UTC
"#;

/// How long a server may take to answer on a busy machine.
const PATIENCE: Duration = Duration::from_secs(90);

/// Starts a server of a version and waits until it answers.
pub(crate) fn start(programs: &Programs, psql: &Psql, places: &Places) -> Result<Server> {
    let name = programs.major.to_string();
    say::timed(&format!("starting PostgreSQL {name}"), || {
        // Another program may take the free port before the server does.
        for _ in 0..3 {
            let port = free_port()?;
            let mut guard = launch(programs, places, &name, port)?;
            let url = url(port);
            match answer(&mut guard, psql, &url) {
                Ok(version) => {
                    return Ok(Server { name: name.clone(), url, version, guard: Some(guard) });
                }
                Err(_) if guard.log().contains("could not bind") => {}
                Err(error) => return Err(error),
            }
        }
        Err(Error::new("no port stayed free long enough to start PostgreSQL"))
    })
}

fn launch(programs: &Programs, places: &Places, name: &str, port: u16) -> Result<Guard> {
    let folder = places.running.join(unique(&format!("postgres-{name}")));
    let command: [OsString; 7] = [
        "sh".into(),
        "-c".into(),
        SCRIPT.into(),
        "server".into(),
        programs.folder.clone().into_os_string(),
        folder.join("data").into_os_string(),
        port.to_string().into(),
    ];
    Guard::start(folder, places.account, "INT", &command)
}

/// Waits until the server answers, and gives what it says it is.
///
/// The folder of its data shows that it is ours and not a stranger on the port.
fn answer(guard: &mut Guard, psql: &Psql, url: &str) -> Result<String> {
    let ours = Path::new(guard.folder().file_name().unwrap_or_default()).join("data");
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        if guard.has_ended() {
            break;
        }
        if let Ok(found) = psql.ask(url, "show data_directory")
            && Path::new(&found).ends_with(&ours)
        {
            return psql.version(url);
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    Err(Error::new(format!("PostgreSQL did not start; it said:\n{}", guard.log())))
}

/// Where a server of ours answers; the wheel is built without TLS.
fn url(port: u16) -> String {
    format!("postgres://postgres@127.0.0.1:{port}/postgres?sslmode=disable")
}

#[cfg(test)]
mod tests {
    use super::url;

    #[test]
    fn a_url_names_the_port_and_asks_for_no_tls() {
        assert_eq!(url(5432), "postgres://postgres@127.0.0.1:5432/postgres?sslmode=disable");
    }
}
