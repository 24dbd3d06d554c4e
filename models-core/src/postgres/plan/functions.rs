//! Functions, and who may call them.

use std::mem;

use super::draft::Draft;
use super::privileges::Privileges;
use crate::postgres::condition::helpers::Helper;
use crate::postgres::error::{Error, ErrorKind};
use crate::postgres::statement::{CreateFunction, Roles};
use crate::postgres::target::Version;

/// What columns and triggers call. A trigger calls its function whoever
/// changes the row, so nobody else need be let.
pub(crate) fn functions<'a>(draft: &mut Draft<'a>, version: Version) -> Vec<CreateFunction<'a>> {
    let mut functions = Vec::new();
    if !version.has_uuidv7() && !draft.key_makers.is_empty() {
        draft.privileges.function(&CreateFunction::Uuid7.name(), draft.key_makers);
        functions.push(CreateFunction::Uuid7);
    }
    for clock in mem::take(&mut draft.clocks) {
        let function = CreateFunction::Clock(clock);
        draft.privileges.function(&function.name(), Roles::NONE);
        functions.push(function);
    }
    for part in mem::take(&mut draft.parts) {
        draft.privileges.part(&part.name);
        functions.push(CreateFunction::Part(part));
    }
    functions
}

/// What policies call, beside those functions.
pub(crate) fn helpers<'a>(
    helpers: &[Helper<'a>],
    beside: &[CreateFunction<'a>],
    privileges: &mut Privileges<'a>,
) -> Result<Vec<CreateFunction<'a>>, Error> {
    let mut functions = Vec::with_capacity(helpers.len());
    for Helper { name, question, callers } in helpers {
        if beside.iter().any(|function| function.name() == *name) {
            return Err(question.member.trouble(ErrorKind::NameTaken(name.to_string())));
        }
        privileges.function(name, *callers);
        functions.push(CreateFunction::Helper(name.clone(), question.clone()));
    }
    Ok(functions)
}
