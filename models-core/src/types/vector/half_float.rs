//! Floats of 16 bits (IEEE 754 binary16), which stable Rust does not have.
//!
//! Written out because the crate `half` builds a procedural macro's whole
//! tower for it, and a program that only derives and prints should not wait.

/// The nearest number that 16 bits can hold, ties to the even one; infinite
/// when it is too large.
pub(crate) fn round(value: f32) -> f32 {
    from_bits(to_bits(value))
}

/// The 16 bits of the nearest number. Of a finite number only: NaN is not kept.
#[expect(clippy::cast_possible_truncation, reason = "every shift leaves at most 16 bits")]
pub(crate) fn to_bits(value: f32) -> u16 {
    const INFINITY: u32 = 0x7c00;
    let bits = value.to_bits();
    let sign = (bits >> 16) & 0x8000;
    let fraction = bits & 0x007f_ffff;
    // The exponent as binary16 writes it: 1 to 30 are normal numbers.
    let exponent = ((bits >> 23) & 0xff).wrapping_sub(112).cast_signed();
    let magnitude = match exponent {
        31.. => INFINITY,
        // A carry out of the fraction raises the exponent, up to infinity.
        1..=30 => shift_right((exponent.cast_unsigned() << 23) | fraction, 13),
        // Below, the exponent stands still and the leading one is written out.
        -10..=0 => shift_right(fraction | 0x0080_0000, (14 - exponent).cast_unsigned()),
        _ => 0,
    };
    (sign | magnitude) as u16
}

/// The number that these 16 bits stand for.
pub(crate) fn from_bits(half: u16) -> f32 {
    let bits = u32::from(half);
    let sign = (bits & 0x8000) << 16;
    let exponent = (bits >> 10) & 0x1f;
    let fraction = bits & 0x3ff;
    match exponent {
        0 => {
            // Steps of 2^-24.
            let step = f32::from_bits((127 - 24) << 23);
            let magnitude = f32::from(half & 0x3ff) * step;
            f32::from_bits(sign | magnitude.to_bits())
        }
        31 => f32::from_bits(sign | 0x7f80_0000 | (fraction << 13)),
        _ => f32::from_bits(sign | ((exponent + 112) << 23) | (fraction << 13)),
    }
}

/// `bits >> by`, rounded to the nearest, ties to even.
fn shift_right(bits: u32, by: u32) -> u32 {
    let kept = bits >> by;
    let lost = bits & ((1 << by) - 1);
    let half = 1 << (by - 1);
    let up = lost > half || (lost == half && kept & 1 == 1);
    kept + u32::from(up)
}

#[cfg(test)]
mod tests {
    use super::{from_bits, round, to_bits};

    #[test]
    fn every_half_float_is_itself() {
        for bits in 0..=u16::MAX {
            let value = from_bits(bits);
            if value.is_finite() {
                assert_eq!(to_bits(value), bits, "{value}");
            }
        }
    }

    /// Between each two neighbours: a hair below the middle, the middle, a
    /// hair above it.
    #[test]
    fn what_lies_between_goes_to_the_nearest_and_ties_to_even() {
        for bits in 0..0x7bff_u16 {
            let (low, high) = (from_bits(bits), from_bits(bits + 1));
            let middle = f32::midpoint(low, high);
            let even = if bits & 1 == 0 { bits } else { bits + 1 };
            assert_eq!(to_bits(middle.next_down()), bits);
            assert_eq!(to_bits(middle), even);
            assert_eq!(to_bits(middle.next_up()), bits + 1);
            assert_eq!(to_bits(-middle), even | 0x8000);
        }
    }

    #[test]
    fn the_edges_of_the_range() {
        assert_eq!(to_bits(1.0), 0x3c00);
        assert_eq!(to_bits(-2.0), 0xc000);
        assert_eq!(to_bits(65_504.0), 0x7bff);
        assert_eq!(to_bits(65_519.0), 0x7bff);
        assert_eq!(to_bits(f32::MIN_POSITIVE), 0);
        assert_eq!(round(2.0_f32.powi(-25)).to_bits(), 0);
        assert_eq!(to_bits(2.0_f32.powi(-25).next_up()), 1);
        for too_large in [65_520.0, 1e10, f32::MAX] {
            assert_eq!(round(too_large).to_bits(), f32::INFINITY.to_bits());
            assert_eq!(round(-too_large).to_bits(), f32::NEG_INFINITY.to_bits());
        }
    }
}
