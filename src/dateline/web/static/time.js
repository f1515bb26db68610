// Times in milliseconds of UTC, days as ISO 8601, ticks of the axis, dates in words.

export const HOUR = 3600e3;
export const DAY = 24 * HOUR;
const YEAR = 365.2425 * DAY;

export const ms = (iso) => Date.parse(`${iso}T00:00Z`);
export const iso = (time) => new Date(time).toISOString().slice(0, 10);

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const year = (t) => `${new Date(t).getUTCFullYear()}`;
const month = (t) => MONTHS[new Date(t).getUTCMonth()];
const monthYear = (t) => `${month(t)} ${year(t)}`;
const dayMonth = (t) => `${new Date(t).getUTCDate()} ${month(t)}`;
const time = (t) => new Date(t).toISOString().slice(11, 16);
const words = (t) => `${dayMonth(t)} ${year(t)}`;

// Times of day: their word, first and last hour.
const PARTS = { MO: ["morning", 6, 12], MI: ["midday", 11, 13], AF: ["afternoon", 12, 18], EV: ["evening", 18, 22], NI: ["night", 20, 24] };
export const clock = (code) => (PARTS[code] ? PARTS[code][0] : code.padEnd(5, ":00"));

// First and last millisecond of a day that a time of day may be.
export function hours(code) {
  const [hour, minute] = code.split(":").map(Number);
  const [, from, to] = PARTS[code] || ["", hour + (minute || 0) / 60, minute === undefined ? hour + 1 : hour + (minute + 15) / 60];
  return [from * HOUR, to * HOUR];
}

// Year, month or day alone where the range is exactly one; both ends else.
export function range(start, end) {
  if (!end) return `from ${words(ms(start))}, open`;
  if (start === end) return words(ms(start));
  const [a, b] = [ms(start), ms(end) + DAY];
  const count = [a, b].every((t) => new Date(t).getUTCDate() === 1) && monthOf(b) - monthOf(a);
  if (count === 1) return monthYear(a);
  if (count === 12 && start.endsWith("01-01")) return year(a);
  return `${words(ms(start))} – ${words(ms(end))}`;
}

export function spanWords(from, to) {
  if (to - from >= 2 * DAY) return `${words(from)} – ${words(to - 1)}`;
  return `${words(from)} ${time(from)} – ${words(to - 1)} ${time(to)}`;
}

// A step of the axis: its size in ms, its first boundary from a time, the next one, its label.
const every = (size, label) => ({ size, step: (t) => t + size, start: (t) => Math.ceil(t / size) * size, label });
const monthOf = (t) => new Date(t).getUTCFullYear() * 12 + new Date(t).getUTCMonth();
const firstOf = (month) => Date.UTC(2000, month - 24000); // Date.UTC takes a year below 100 for 19xx
const months = (count, label) => ({
  size: (count / 12) * YEAR,
  start: (t) => firstOf((Math.floor(monthOf(t - 1) / count) + 1) * count),
  step: (t) => firstOf(monthOf(t) + count),
  label,
});
const monthOrYear = (t) => (new Date(t).getUTCMonth() ? month(t) : year(t));
const hourOrDay = (t) => (t % DAY ? time(t) : dayMonth(t));
const dayLabel = (t) => (new Date(t).getUTCDate() === 1 ? monthOrYear(t) : dayMonth(t));
const STEPS = [
  ...[1, 3, 6, 12].map((n) => every(n * HOUR, hourOrDay)),
  ...[1, 2, 7].map((n) => every(n * DAY, dayLabel)),
  ...[1, 3, 6].map((n) => months(n, monthOrYear)),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500].map((n) => months(12 * n, year)),
];

// Boundaries with labels, at least `room` pixels apart.
export function ticks(from, to, width, room) {
  const least = ((to - from) / width) * room;
  const unit = STEPS.find((s) => s.size >= least) || STEPS.at(-1);
  const found = [];
  const first = unit.size < 28 * DAY ? words : unit.size < 300 * DAY ? monthYear : year; // with its year
  for (let t = unit.start(from); t <= to; t = unit.step(t)) found.push({ time: t, label: (found.length ? unit.label : first)(t) });
  return found;
}
