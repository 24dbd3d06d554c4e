//! The roles that a schema grants something to.

use std::borrow::Cow;

use crate::postgres::catalogue::{CLIENT_ROLES, Names};
use crate::schema::{Caller, Expr, can_allow};

/// A set of roles, always named in the same order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Roles(u8);

impl Roles {
    /// No role.
    pub(crate) const NONE: Self = Self(0);
    /// Callers who are not signed in.
    pub(crate) const ANON: Self = Self(1);
    /// Callers who are signed in.
    pub(crate) const AUTHENTICATED: Self = Self(2);
    /// The application's own servers.
    pub(crate) const SERVICE: Self = Self(4);
    /// Those that row security is for.
    pub(crate) const CLIENTS: Self = Self::ANON.and(Self::AUTHENTICATED);
    /// Those that may be granted anything.
    pub(crate) const GRANTEES: Self = Self::CLIENTS.and(Self::SERVICE);

    /// Those in one or the other.
    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Those in both.
    pub(crate) const fn among(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Whether there are none.
    pub(crate) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Their names, always in the same order.
    pub(crate) fn names(self) -> Names<'static> {
        const ANON: Cow<'static, str> = Cow::Borrowed(CLIENT_ROLES[0]);
        const AUTHENTICATED: Cow<'static, str> = Cow::Borrowed(CLIENT_ROLES[1]);
        const SERVICE: Cow<'static, str> = Cow::Borrowed(CLIENT_ROLES[2]);
        Names::Borrowed(match self {
            Self::ANON => &[ANON],
            Self::AUTHENTICATED => &[AUTHENTICATED],
            Self::SERVICE => &[SERVICE],
            Self::CLIENTS => &[ANON, AUTHENTICATED],
            Self::GRANTEES => &[ANON, AUTHENTICATED, SERVICE],
            _ if self == Self::ANON.and(Self::SERVICE) => &[ANON, SERVICE],
            _ if self == Self::AUTHENTICATED.and(Self::SERVICE) => &[AUTHENTICATED, SERVICE],
            _ => &[],
        })
    }

    /// The clients that a rule can ever let through.
    pub(crate) fn allowed_by(rule: &Expr) -> Self {
        let only_if = |caller, role| if can_allow(rule, caller) { role } else { Self::NONE };
        only_if(Caller::Anonymous, Self::ANON).and(only_if(Caller::User, Self::AUTHENTICATED))
    }
}
