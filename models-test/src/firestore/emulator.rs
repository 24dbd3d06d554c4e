//! One emulator, from its command to its first answer.

use std::ffi::OsString;
use std::time::{Duration, Instant};

use super::ask;
use crate::error::{Error, Result};
use crate::say;
use crate::server::Server;
use crate::server::guard::Guard;
use crate::server::places::Places;
use crate::server::ports::{free_port, unique};

/// How long an emulator may take to answer on a busy machine.
const PATIENCE: Duration = Duration::from_secs(90);

/// An emulator that is installed.
#[derive(Debug)]
pub(crate) struct Installed {
    /// What tests call it.
    pub(crate) name: &'static str,
    /// What it is, for reports.
    pub(crate) version: String,
    /// Its command, which goes on with `--host` and `--port`.
    pub(crate) command: Vec<OsString>,
}

impl Installed {
    /// Starts it and waits until it answers.
    pub(crate) fn start(&self, places: &Places) -> Result<Server> {
        say::timed(&format!("starting {}", self.version), || {
            // Another program may take the free port before the emulator does.
            for _ in 0..3 {
                let port = free_port()?;
                let mut guard = self.launch(places, port)?;
                let address = format!("127.0.0.1:{port}");
                match self.wait(&mut guard, &address) {
                    Ok(()) => return Ok(self.server(&address, guard)),
                    Err(_) if guard.log().to_lowercase().contains("address already in use") => {}
                    Err(error) => return Err(error),
                }
            }
            Err(Error::new(format!("no port stayed free long enough to start {}", self.name)))
        })
    }

    fn launch(&self, places: &Places, port: u16) -> Result<Guard> {
        let mut command = self.command.clone();
        let port = port.to_string();
        command.extend(["--host", "127.0.0.1", "--port", &port].map(OsString::from));
        Guard::start(places.running.join(unique(self.name)), None, "TERM", &command)
    }

    /// Waits until it answers.
    ///
    /// It names its address once it has it, which shows that it is ours and not
    /// a stranger on the port.
    fn wait(&self, guard: &mut Guard, address: &str) -> Result {
        let start = Instant::now();
        while start.elapsed() < PATIENCE && !guard.has_ended() {
            if guard.log().contains(address) && ask::is_there(address) {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Err(Error::new(format!("{} did not start; it said:\n{}", self.name, guard.log())))
    }

    fn server(&self, address: &str, guard: Guard) -> Server {
        Server {
            name: self.name.to_owned(),
            url: format!("http://{address}"),
            version: self.version.clone(),
            guard: Some(guard),
        }
    }
}
