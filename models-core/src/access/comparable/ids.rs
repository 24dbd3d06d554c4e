//! Keys and ids: those of one model with each other, any with a bare UUID, and
//! the caller. The caller and ids that are texts compare by their characters, so
//! that a UUID is equal to the text that the server writes for it.

use std::cmp::Ordering;

use uuid::Uuid;

use super::{Comparable, Ordered, ordered, same};
use crate::access::{ClaimValue, Subject, Truth};
use crate::auth::User;
use crate::types::{DocId, DocRef, Id, Uid};

ordered!(Uuid, Uuid, |left, right| Some(left.cmp(right)));
ordered!(Subject, Subject, |left, right| {
    Some(left.with_text(|left| right.with_text(|right| left.cmp(right))))
});
ordered!(both Subject, Uid, |caller, uid| Some(caller.with_text(|text| text.cmp(uid.as_str()))));
ordered!(Uid, Uid, |left, right| Some(left.cmp(right)));
ordered!(both Uid, str, |uid, text| Some(uid.as_str().cmp(text)));
ordered!(both ClaimValue, Uid, |claim, uid| Some(claim.as_text()?.cmp(uid.as_str())));
// Not with the ids of other models: a post's id is not a user's.
ordered!(both Subject, Id<User>, |caller, id| Some(beside_uuid(caller, id.uuid())));
ordered!(both Subject, Uuid, |caller, uuid| Some(beside_uuid(caller, *uuid)));
ordered!(both ClaimValue, Subject, |claim, caller| match caller.id() {
    Some(id) => claim.order(&id.uuid()),
    None => Some(caller.with_text(|text| claim.as_text().map(|claim| claim.cmp(text)))?),
});

fn beside_uuid(caller: &Subject, uuid: Uuid) -> Ordering {
    match caller.id() {
        Some(id) => id.uuid().cmp(&uuid),
        None => caller.with_text(|text| text.cmp(uuid.to_string().as_str())),
    }
}

/// Implements both traits between types, generic over the model.
macro_rules! keyed {
    ($($left:ty, $right:ty: |$a:ident, $b:ident| $order:expr;)+) => {$(
        #[diagnostic::do_not_recommend]
        impl<M: ?Sized> Comparable<$right> for $left {
            fn equals(&self, rhs: &$right) -> Truth {
                same(self.order(rhs))
            }
        }

        #[diagnostic::do_not_recommend]
        impl<M: ?Sized> Ordered<$right> for $left {
            fn order(&self, rhs: &$right) -> Option<Ordering> {
                let ($a, $b) = (self, rhs);
                $order
            }
        }
    )+};
}

keyed! {
    Id<M>, Id<M>: |left, right| Some(left.cmp(right));
    Id<M>, Uuid: |left, right| Some(left.uuid().cmp(right));
    Uuid, Id<M>: |left, right| Some(left.cmp(&right.uuid()));
    ClaimValue, Id<M>: |claim, id| claim.order(&id.uuid());
    Id<M>, ClaimValue: |id, claim| id.uuid().order(claim);
    DocId<M>, DocId<M>: |left, right| Some(left.cmp(right));
    DocId<M>, str: |id, text| Some(id.as_str().cmp(text));
    str, DocId<M>: |text, id| Some(text.cmp(id.as_str()));
    DocId<M>, Subject: |id, caller| Some(caller.with_text(|text| id.as_str().cmp(text)));
    Subject, DocId<M>: |caller, id| Some(caller.with_text(|text| text.cmp(id.as_str())));
    ClaimValue, DocId<M>: |claim, id| Some(claim.as_text()?.cmp(id.as_str()));
    DocId<M>, ClaimValue: |id, claim| Some(id.as_str().cmp(claim.as_text()?));
}

#[diagnostic::do_not_recommend]
impl<M: ?Sized> Comparable<DocRef<M>> for DocRef<M> {
    fn equals(&self, rhs: &DocRef<M>) -> Truth {
        (self == rhs).into()
    }
}
