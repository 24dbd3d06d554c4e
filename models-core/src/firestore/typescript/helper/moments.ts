type Moment = { readonly seconds: number; readonly nanoseconds: number };

/** Which of two moments is later, to the microsecond that Firestore keeps. */
function compareMoments(one: Moment, other: Moment): number {
  const micros = ({ nanoseconds }: Moment) => Math.floor(nanoseconds / 1000);
  return one.seconds - other.seconds || micros(one) - micros(other);
}
