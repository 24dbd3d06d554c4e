//! All helper functions of a script, each question once.

use std::collections::HashMap;
use std::sync::Arc;

use crate::postgres::error::{Error, ErrorKind};
use crate::postgres::plan::condition::helper::{Link, Question};
use crate::postgres::plan::model::table_model::TableModel;
use crate::postgres::plan::model::tables::Tables;
use crate::postgres::plan::roles::Roles;
use crate::schema::Membership;

/// The helpers that rules have asked for so far.
#[derive(Debug, Default)]
pub(crate) struct Helpers<'a> {
    list: Vec<Helper<'a>>,
    by_name: HashMap<Arc<str>, usize>,
}

/// A helper and those who may call it.
#[derive(Debug)]
pub(crate) struct Helper<'a> {
    pub(crate) name: Arc<str>,
    pub(crate) question: Question<'a>,
    pub(crate) callers: Roles,
}

impl<'a> Helpers<'a> {
    /// The helper for an `exists(..)` on a row of `stored`, made when there is none yet.
    pub(crate) fn link(
        &mut self,
        tables: &Tables<'a>,
        stored: TableModel<'a>,
        membership: &'a Membership,
    ) -> Result<Link<'a>, Error> {
        let of = &membership.model;
        let member = tables
            .get(&of.schema, &of.table)
            .ok_or_else(|| stored.error(ErrorKind::NoMember(of.model.to_string())))?;
        let (question, row) = Question::of(membership, stored, member)?;
        let name = question.name();
        match self.by_name.get(&name) {
            Some(&at) if self.list.get(at).is_some_and(|it| it.question.is_same(&question)) => {}
            Some(_) => return Err(stored.error(ErrorKind::NameTaken(name.to_string()))),
            None => {
                self.by_name.insert(name.clone(), self.list.len());
                self.list.push(Helper { name: name.clone(), question, callers: Roles::NONE });
            }
        }
        Ok(Link { membership, name, row })
    }

    /// Lets those that a policy is for call its helpers.
    pub(crate) fn let_call(&mut self, links: &[Link<'a>], roles: Roles) {
        for link in links {
            let at = self.by_name.get(&link.name).copied();
            if let Some(helper) = at.and_then(|at| self.list.get_mut(at)) {
                helper.callers = helper.callers.and(roles);
            }
        }
    }

    pub(crate) fn into_list(self) -> Vec<Helper<'a>> {
        self.list
    }
}
