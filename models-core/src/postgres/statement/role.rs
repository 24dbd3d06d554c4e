//! The roles that a script knows.

use std::fmt::{self, Write};

use crate::access::{Caller, can_allow};
use crate::postgres::text::sql::Sql;
use crate::schema::Expr;

/// A set of roles, always named in the same order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Roles(u8);

impl Roles {
    /// No role.
    pub const NONE: Self = Self(0);
    /// Every role, now and later.
    pub const PUBLIC: Self = Self(1);
    /// Callers who are not signed in.
    pub const ANON: Self = Self(2);
    /// Callers who are signed in.
    pub const AUTHENTICATED: Self = Self(4);
    /// The application's own servers.
    pub const SERVICE: Self = Self(8);
    /// Whoever runs the script: the owner of what it makes.
    pub const OWNER: Self = Self(16);
    /// Those that row security is for.
    pub const CLIENTS: Self = Self::ANON.and(Self::AUTHENTICATED);
    /// Those that may be granted anything.
    pub const GRANTEES: Self = Self::CLIENTS.and(Self::SERVICE);
    /// Those that something is revoked from before it is granted.
    pub const ALL: Self = Self::PUBLIC.and(Self::GRANTEES);

    /// Those in one or the other.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Those in both.
    #[must_use]
    pub const fn among(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Whether all of `other` are among these.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The clients that a rule can ever let through.
    pub(crate) fn allowed_by(rule: &Expr) -> Self {
        let only_if = |caller, role| if can_allow(rule, caller) { role } else { Self::NONE };
        only_if(Caller::Anonymous, Self::ANON).and(only_if(Caller::User, Self::AUTHENTICATED))
    }
}

/// Each role with its name in SQL.
const NAMES: [(Roles, &str); 5] = [
    (Roles::PUBLIC, "public"),
    (Roles::ANON, "anon"),
    (Roles::AUTHENTICATED, "authenticated"),
    (Roles::SERVICE, "service_role"),
    (Roles::OWNER, "current_user"),
];

impl Sql for Roles {
    fn sql<W: Write + ?Sized>(&self, w: &mut W) -> fmt::Result {
        let mut comma = false;
        for (role, name) in NAMES {
            if self.contains(role) {
                if comma {
                    w.write_str(", ")?;
                }
                w.write_str(name)?;
                comma = true;
            }
        }
        Ok(())
    }
}
