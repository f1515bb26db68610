// Times of the drawing: milliseconds of UTC, days as ISO 8601, ticks of the axis, dates in words.

export const HOUR = 3600e3;
export const DAY = 24 * HOUR;
const YEAR = 365.2425 * DAY;

export const ms = (iso) => Date.parse(`${iso}T00:00Z`);
export const iso = (time) => new Date(time).toISOString().slice(0, 10);

const format = (options) => new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", ...options });
const dayWords = format({ day: "numeric", month: "short", year: "numeric" });
const monthWords = format({ month: "short", year: "numeric" });
const shortDay = format({ day: "numeric", month: "short" });
const shortMonth = format({ month: "short" });
const clockWords = format({ hour: "2-digit", minute: "2-digit" });

export const words = (time) => dayWords.format(time);

const PARTS = { MO: "morning", MI: "midday", AF: "afternoon", EV: "evening", NI: "night" };
export const clock = (code) => (code.length === 2 && PARTS[code]) || (code.length === 2 ? `${code}:00` : code);

// First hour and length in hours of a time of day.
const SPANS = { MO: [6, 6], MI: [11, 2], AF: [12, 6], EV: [18, 4], NI: [20, 4] };
export function hours(code) {
  if (SPANS[code]) return SPANS[code];
  const [hour, minute] = code.split(":").map(Number);
  return [hour + (minute || 0) / 60, minute === undefined ? 1 : 1 / 4];
}

// Year, month or day alone where the range is exactly one; both ends else.
export function range(start, end) {
  if (!end) return `from ${words(ms(start))}, open`;
  if (start === end) return words(ms(start));
  const [a, b] = [new Date(ms(start)), new Date(ms(end) + DAY)];
  const whole = a.getUTCDate() === 1 && b.getUTCDate() === 1;
  const months = (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth();
  if (whole && months === 1) return monthWords.format(a);
  if (whole && months === 12 && !a.getUTCMonth()) return `${a.getUTCFullYear()}`;
  return `${words(ms(start))} – ${words(ms(end))}`;
}

export function spanWords(from, to) {
  if (to - from >= 2 * DAY) return `${words(from)} – ${words(to - 1)}`;
  return `${words(from)} ${clockWords.format(from)} – ${words(to - 1)} ${clockWords.format(to)}`;
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
const year = (t) => `${new Date(t).getUTCFullYear()}`;
const monthOrYear = (t) => (new Date(t).getUTCMonth() ? shortMonth.format(t) : year(t));
const hourOrDay = (t) => (t % DAY ? clockWords.format(t) : shortDay.format(t));
const dayLabel = (t) => (new Date(t).getUTCDate() === 1 ? monthOrYear(t) : shortDay.format(t));
const STEPS = [
  every(HOUR, hourOrDay), every(3 * HOUR, hourOrDay), every(6 * HOUR, hourOrDay), every(12 * HOUR, hourOrDay),
  every(DAY, dayLabel), every(2 * DAY, dayLabel), every(7 * DAY, dayLabel),
  months(1, monthOrYear), months(3, monthOrYear), months(6, monthOrYear),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500].map((n) => months(12 * n, year)),
];

// Boundaries with labels, at least `room` pixels apart.
export function ticks(from, to, width, room) {
  const least = ((to - from) / width) * room;
  const unit = STEPS.find((s) => s.size >= least) || STEPS.at(-1);
  const found = [];
  for (let t = unit.start(from); t <= to; t = unit.step(t)) found.push({ time: t, label: unit.label(t) });
  if (found[0] && unit.size < YEAR * 0.9) found[0].label = unit.size < 28 * DAY ? words(found[0].time) : monthWords.format(found[0].time);
  return found;
}
