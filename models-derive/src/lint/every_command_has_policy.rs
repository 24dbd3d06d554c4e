//! # `every_command_has_policy`
//!
//! `#[access(..)]` states a rule for each of `select`, `insert`, `update` and
//! `delete`. There is no default and no way to switch this off: `nobody` and
//! `service` are the ways to say no.
//!
//! A command that nobody thought about is the one that leaks. With row level
//! security on and a policy missing, the command fails in silence; with it
//! off, it is open to everyone who holds the public key.

use super::{Convention, Findings};
use crate::diagnostic::{Diagnostic, Extent};
use crate::ir::Model;

pub(super) const CONVENTION: Convention = Convention { name: "every_command_has_policy", check };

fn check(model: &Model, findings: &mut Findings) {
    let access = &model.access;
    if access.poisoned {
        return;
    }
    let Some(at) = access.at else {
        findings.push(
            Diagnostic::new(
                model.ident.span(),
                format!("`{}` does not say who may do what", model.ident),
            )
            .why("a command without a policy is open or closed by accident")
            .fix("add `#[access(select = .., insert = .., update = .., delete = ..)]`"),
        );
        return;
    };
    let stated: Vec<&str> = access.rules().map(|(command, _)| command).collect();
    for command in ["select", "insert", "update", "delete"] {
        if !stated.contains(&command) {
            findings.push(
                Diagnostic::new(
                    Extent::from(at.start),
                    format!("`access` has no rule for `{command}`"),
                )
                .why("a command without a policy is open or closed by accident")
                .fix(format!("add `{command} = nobody`, or who may")),
            );
        }
    }
}
