//! Addresses: the same address with the same prefix length.

#[cfg(feature = "ipnetwork")]
#[diagnostic::do_not_recommend]
impl super::Comparable<ipnetwork::IpNetwork> for ipnetwork::IpNetwork {
    fn equals(&self, rhs: &ipnetwork::IpNetwork) -> crate::access::Truth {
        (self == rhs).into()
    }
}
