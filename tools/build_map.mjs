/*
 * Draw the map of the five countries: templates/programmes/_map_shapes.svg, a Django template.
 *
 * From Natural Earth 1:50m (public domain) as packed by the npm package world-atlas. Borders shared
 * by two countries are simplified once, so that no gaps open between them. The template is given
 *   map_countries  {"kazakhstan": {"url": …, "label": …, "name": …}, …}; a missing one is left blank
 *   map_label      what the map as a whole is called (optional)
 *   map_office     the name of the office's city, beside its dot (optional)
 * Only classes are set here; colours and sizes belong to the style sheet.
 *
 * Run from the top folder, with Node 20 or newer:
 *   npm install --no-save world-atlas@2.0.2 topojson-client@3 topojson-simplify@3 d3-geo@3
 *   node tools/build_map.mjs
 */
import { readFileSync, writeFileSync } from "node:fs"
import { geoConicEqualArea } from "d3-geo"
import { feature } from "topojson-client"
import { presimplify, simplify } from "topojson-simplify"

const SOURCE = new URL("../node_modules/world-atlas/countries-50m.json", import.meta.url)
const TARGET = new URL("../templates/programmes/_map_shapes.svg", import.meta.url)
const WIDTH = 800
const HEIGHT = 620
const MARGIN = 6
const DETAIL = 0.0022 // smallest triangle kept, in square degrees; lower is finer and longer
const SMALLEST_ISLAND = 3 // in square units of the drawing
const ALMATY = [76.93, 43.25]

// Where a name stands: its middle, or, for a name outside its country, a line that leads to it.
const COUNTRIES = {
  kazakhstan: { id: "398", name: [424, 205] },
  turkmenistan: { id: "795", name: [228, 490] },
  uzbekistan: { id: "860", name: [294, 377] },
  kyrgyzstan: { id: "417", name: [696, 494], leader: "M668 466 626 424" },
  tajikistan: { id: "762", name: [640, 594], leader: "M596 568 546 530" },
}

const round = (number) => Math.round(number * 10) / 10

/** A ring as one relative path, in tenths: "M12.3 4l-.5 1.2…z". */
function ringPath(points) {
  const tenths = points.map(([x, y]) => [Math.round(x * 10), Math.round(y * 10)])
  const write = (n) => String(n / 10).replace(/^(-?)0\./, "$1.")
  let [x, y] = tenths[0]
  let path = `M${write(x)} ${write(y)}l`
  let previous = ""
  for (const [nextX, nextY] of tenths.slice(1, -1)) {
    if (nextX === x && nextY === y) continue
    for (const step of [write(nextX - x), write(nextY - y)]) {
      // A minus sign, or the point of a number that follows a fraction, needs no space before it.
      const joined = step.startsWith("-") || (step.startsWith(".") && previous.includes("."))
      path += (previous === "" || joined ? "" : " ") + step
      previous = step
    }
    ;[x, y] = [nextX, nextY]
  }
  return `${path}z`
}

function area(points) {
  let twice = 0
  for (let i = 1; i < points.length; i++) {
    twice += points[i - 1][0] * points[i][1] - points[i][0] * points[i - 1][1]
  }
  return Math.abs(twice) / 2
}

function countryPath(geometry, projection) {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates
  return polygons
    .flat()
    .map((ring) => ring.map((point) => projection(point)))
    .filter((ring) => area(ring) >= SMALLEST_ISLAND)
    .map(ringPath)
    .join("")
}

const shape = (slug, path) =>
  `{% with c=map_countries.${slug} %}{% if c %}<a class="map__country" href="{{ c.url }}"` +
  ` aria-label="{{ c.label }}"><title>{{ c.label }}</title>` +
  `<path class="map__shape" d="${path}"/></a>{% endif %}{% endwith %}`

const name = (slug, { name: [x, y], leader }) =>
  `{% with c=map_countries.${slug} %}{% if c %}` +
  (leader ? `<path class="map__leader" d="${leader}"/>` : "") +
  `<text class="map__name" x="${x}" y="${y}" text-anchor="middle" aria-hidden="true">` +
  `{{ c.name }}</text>{% endif %}{% endwith %}`

const world = JSON.parse(readFileSync(SOURCE, "utf8"))
const ids = new Set(Object.values(COUNTRIES).map((country) => country.id))
world.objects.region = {
  type: "GeometryCollection",
  geometries: world.objects.countries.geometries.filter((geometry) => ids.has(geometry.id)),
}
const projection = geoConicEqualArea()
  .parallels([38, 50])
  .rotate([-68, 0])
  .fitExtent([[MARGIN, MARGIN], [WIDTH - MARGIN, HEIGHT - MARGIN]], feature(world, world.objects.region))

const simple = simplify(presimplify(world), DETAIL)
const geometries = new Map(
  feature(simple, simple.objects.region).features.map(({ id, geometry }) => [id, geometry]),
)
const [almatyX, almatyY] = projection(ALMATY).map(round)
const slugs = Object.keys(COUNTRIES)
const lines = [
  "{# Drawn by tools/build_map.mjs from Natural Earth (public domain): change it there. #}",
  `<svg class="map__svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="group"` +
    `{% if map_label %} aria-label="{{ map_label }}"{% endif %}>`,
  ...slugs.map((slug) =>
    shape(slug, countryPath(geometries.get(COUNTRIES[slug].id), projection)),
  ),
  ...slugs.map((slug) => name(slug, COUNTRIES[slug])),
  `<circle class="map__place" cx="${almatyX}" cy="${almatyY}" r="5"/>`,
  `{% if map_office %}<text class="map__place-name" x="${round(almatyX - 12)}"` +
    ` y="${round(almatyY + 4)}" text-anchor="end" aria-hidden="true">{{ map_office }}</text>{% endif %}`,
  "</svg>",
]
const text = `${lines.join("\n")}\n`
writeFileSync(TARGET, text)
console.log(`${text.length} bytes`)
