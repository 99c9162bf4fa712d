/**
 * Says beside each time of a page's form what it is by the office's clock and in UTC, and on the
 * buttons what pressing them would do. Without it the server says the same after saving.
 */
const told = document.getElementById("office-times")
const FIELDS = ["published_at", "due_at", "public_until"]

const written = (date, time) => {
  const day = date.match(/^(\d{4})-(\d{1,2})-(\d{1,2})$/) ?? date.match(/^(\d{1,2})[./](\d{1,2})[./](\d{4})$/)
  const hour = time.match(/^(\d{1,2}):(\d{2})(?::\d{2})?$/)
  if (!day || !hour) return null
  const [year, month, dayOfMonth] = day[1].length === 4 ? day.slice(1) : day.slice(1).reverse()
  return Date.UTC(year, month - 1, dayOfMonth, hour[1], hour[2])
}

/** How far the office's clock is ahead of UTC at a moment, in milliseconds. */
const ahead = (moment) => {
  const clock = new Intl.DateTimeFormat("en", {
    timeZone: told.dataset.zone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric",
  })
  const part = Object.fromEntries(clock.formatToParts(moment).map(({ type, value }) => [type, Number(value)]))
  return Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second) - moment
}

/** The moment at which the office's clock shows what was written; null where it never does. */
const momentOf = (wall) => {
  const moment = wall - ahead(wall - ahead(wall))
  return moment + ahead(moment) === wall ? moment : null
}

/** What a clock shows, as the server would write it; a moment stands for UTC's. */
const say = (moment, { isWithDay }) => {
  const [date, time] = new Date(moment).toISOString().slice(0, 16).split("T")
  if (!isWithDay) return time
  const [year, month, day] = date.split("-").map(Number)
  return told.dataset.months.split("|")[month - 1].replace("{day}", day).replace("{year}", year).replace("{time}", time)
}

const inWords = (moment) => {
  const wall = moment + ahead(moment)
  const isWithDay = Math.floor(moment / 864e5) !== Math.floor(wall / 864e5)
  return `${say(wall, { isWithDay: true })} ${told.dataset.office} (${say(moment, { isWithDay })} UTC)`
}

const label = (name, isAhead, words, plain, time) => {
  const button = document.querySelector(`.submit-row [name="${name}"]`)
  if (button) button.value = isAhead ? words.replace("{time}", time) : plain
}

const watch = (name) => {
  const boxes = [0, 1].map((part) => document.getElementById(`id_${name}_${part}`))
  if (boxes.includes(null)) return
  const line = document.createElement("p")
  line.className = "help desk-office-time"
  line.role = "status"
  boxes[1].closest(".datetime").after(line)
  const { publish, schedule, withdraw, withdrawAt, none, field } = told.dataset
  let before = null
  const tell = () => {
    const typed = boxes.map((box) => box.value.trim()).join(" ")
    if (typed === before) return
    const isFirst = before === null
    before = typed
    const wall = written(...boxes.map((box) => box.value.trim()))
    const moment = wall === null ? null : momentOf(wall)
    const time = moment === null ? "" : inWords(moment)
    line.textContent = wall !== null && moment === null ? none : time
    if (isFirst) return // the server has labelled the buttons
    const isAhead = moment !== null && moment > Date.now()
    if (name === field) label("_publish", isAhead, schedule, publish, time)
    if (name === "public_until") label("_withdraw", isAhead, withdrawAt, withdraw, time)
  }
  tell()
  for (const type of ["input", "change", "focusin"]) document.addEventListener(type, tell)
  // The calendar and the clock of the admin write into the boxes and tell nobody.
  document.addEventListener("click", () => setTimeout(tell))
}

if (told) FIELDS.forEach(watch)
