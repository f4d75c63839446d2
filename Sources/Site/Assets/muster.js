// Muster: what a keyboard and a live wall need. Every page works without it; it holds no words of its own.
'use strict'
const all = (what, from = document) => [...from.querySelectorAll(what)]
const one = (what, from = document) => from.querySelector(what)
const visible = (element) => element.getClientRects().length > 0
const set = (element, attributes) => {
  for (const name in attributes) element.setAttribute(name, attributes[name])
  return element
}
const svg = (name, attributes) => set(document.createElementNS('http://www.w3.org/2000/svg', name), attributes)
document.documentElement.classList.add('js')

// Selection: J and K walk [data-item] inside [data-list]; N goes to the next [data-decide].
let chosen
const items = () => all('[data-list] [data-item]').filter(visible)
function choose(item, scroll = true) {
  if (!item) return
  all('[data-item].selected, .mark.selected').forEach((old) => old.classList.remove('selected'))
  chosen = item
  item.classList.add('selected')
  one('[data-open], a[href], button, input', item)?.focus({ preventScroll: true })
  if (scroll) item.scrollIntoView({ block: 'nearest' })
  const mark = markOf(item)
  for (let fold = mark?.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true
  mark?.classList.add('selected')
  connect()
}
function step(by) {
  const list = items(), at = chosen ? list.indexOf(chosen) + by : 0
  choose(list[Math.min(Math.max(at, 0), list.length - 1)])
}
function nextDecision() {
  const list = items()
  choose([...list.slice(list.indexOf(chosen) + 1), ...list].find((item) => item.matches('[data-decide]')))
}

// Reading: a field and its words select each other, tied by a pencil line.
const read = one('[data-read]')
const markOf = (item) => item?.dataset.mark && document.getElementById(item.dataset.mark)
const pencil = svg('svg', { class: 'connector', 'aria-hidden': 'true' })
pencil.append(svg('path', {}), svg('circle', { r: 3.5, cx: -99 }))
read?.append(pencil)
function connect() {
  const [path, knot] = pencil.children, mark = markOf(chosen)
  set(path, { d: '' })
  set(knot, { cx: -99 })
  if (!read || !mark || !visible(mark)) return
  const box = read.getBoundingClientRect(), from = mark.getClientRects()[0], to = chosen.getBoundingClientRect()
  if (Math.abs(from.top - to.top) > innerHeight) return
  const edge = one('.paper', read).getBoundingClientRect().right - box.left
  const x = to.left - box.left, y = to.top + 22 - box.top
  set(path, { d: `M${edge - 66} ${from.top + from.height / 2 - box.top}H${edge + 8}V${y}H${x}` })
  set(knot, { cx: x, cy: y })
}
read?.addEventListener('click', (event) => {
  const link = event.target.closest('.mark, .mark-no'), number = event.target.closest('.field-no a')
  const row = link ? document.getElementById(link.hash.slice(1)) : event.target.closest('.field-row')
  if (!row?.matches('[data-item]') || event.target.closest('.fix, .field-value a, .field-flag a')) return
  if (link || number) event.preventDefault()
  choose(row, !!link)
  if (number) markOf(row)?.scrollIntoView({ block: 'center' })
  connect()
})

// Marking: words selected on the paper become the value of a field of the notice in which they stand.
const marking = one('[data-marking]')
const valueOf = (button) => {
  const words = getSelection().toString().replace(/\s+/g, '')
  const place = getSelection().rangeCount && getSelection().getRangeAt(0).startContainer
  const within = words && words.length <= 2000 && one('.paper-body', read)?.contains(place)
  const part = within && all('[data-part]', read).findLast((head) => head.compareDocumentPosition(place) & 4)
  const name = `field.${part?.dataset?.part ?? ''}${button.dataset.into}`
  return { words, input: within ? document.getElementsByName(name)[0] : undefined }
}
function offer() {
  let any = false
  for (const button of all('[data-into]', marking)) {
    const { input } = valueOf(button)
    button.hidden = !input?.closest('.fix')
    any ||= !button.hidden
  }
  marking.hidden = !any
  if (!any) return
  const box = read.getBoundingClientRect(), end = [...getSelection().getRangeAt(0).getClientRects()].pop() ?? box
  marking.style.top = `${end.bottom - box.top + 6}px`
  marking.style.left = `${Math.max(0, Math.min(end.left - box.left, box.width - marking.offsetWidth))}px`
}
if (marking) {
  let wait
  document.addEventListener('selectionchange', () => { clearTimeout(wait); wait = setTimeout(offer, 150) })
  // A press would take the selection away before it is read.
  marking.addEventListener('pointerdown', (event) => event.preventDefault())
  marking.addEventListener('click', (event) => {
    const button = event.target.closest('[data-into]')
    if (!button) return
    const { words, input } = valueOf(button)
    input.value = words
    marking.hidden = true
    getSelection().removeAllRanges()
    const row = input.closest('[data-item]')
    input.closest('.fix').open = true
    choose(row)
    input.focus()
  })
}

// Picking: words selected in [data-pick-into] stand in the field it names.
for (const paper of all('[data-pick-into]')) {
  const field = document.getElementById(paper.dataset.pickInto)
  document.addEventListener('selectionchange', () => {
    const words = getSelection().toString().trim(), place = getSelection().anchorNode
    if (words && words.length <= 2000 && paper.contains(place)) field.value = words.replace(/\s+/g, '')
  })
}

// Thirty characters and more get a bracket in the left margin.
function brackets() {
  for (const paper of all('.paper')) {
    const long = all('.mark.long:not(.block)', paper).filter(visible)
    one('.paper-lines', paper)?.remove()
    if (!long.length) continue
    const lines = svg('svg', { class: 'paper-lines', 'aria-hidden': 'true' })
    const box = paper.getBoundingClientRect(), left = one('.paper-body', paper).getBoundingClientRect().left - box.left - 7
    for (const mark of long) {
      const area = mark.getBoundingClientRect()
      lines.append(svg('path', { class: 'bracket', d: `M${left} ${area.top - box.top + 3}h-5v${area.height - 6}h5` }))
    }
    paper.append(lines)
  }
}

// The ruler's frame is the part of the paper that is on the screen.
function rule() {
  const ruler = one('[data-ruler]')
  if (!ruler) return
  const box = document.getElementById(ruler.dataset.ruler).getBoundingClientRect(), high = ruler.clientHeight
  const top = Math.max(0, -box.top / box.height), end = Math.min(1, (innerHeight - 34 - box.top) / box.height)
  set(one('.rl-view', ruler), { y: top * high + 1, height: Math.max(12, (end - top) * high - 2) })
}
const redraw = () => { rule(); brackets(); connect() }
addEventListener('scroll', rule, { passive: true })
addEventListener('resize', redraw)
addEventListener('toggle', redraw, true)
addEventListener('beforeprint', () => all('details.fold').forEach((fold) => { fold.open = true }))

// Walls: one stop for Tab, arrow keys inside [data-walk].
const squares = (wall) => all('a.sq', wall)
const rove = (wall, to) => squares(wall).forEach((square) => { square.tabIndex = square === to ? 0 : -1 })
function walk(event) {
  const here = event.target.closest('[data-walk] a.sq')
  if (!here) return false
  const wall = here.closest('[data-walk]'), list = squares(wall), at = list.indexOf(here), box = here.getBoundingClientRect()
  const beside = (direction) => {
    let best = Infinity, found
    for (const square of list) {
      const other = square.getBoundingClientRect(), rise = (other.top - box.top) * direction
      const far = rise * 1000 + Math.abs(other.left - box.left)
      if (rise > 2 && far < best) { best = far; found = square }
    }
    return found
  }
  const ways = {
    ArrowRight: () => list[at + 1], ArrowLeft: () => list[at - 1], Home: () => list[0], End: () => list.at(-1),
    ArrowDown: () => beside(1), ArrowUp: () => beside(-1),
  }
  if (!ways[event.key]) return false
  const to = ways[event.key]()
  if (to) { rove(wall, to); to.focus() }
  return true
}

// Keys: data-key="U" stands on what the key does. Single keys are silent in fields and can be switched off.
const store = (value) => {
  try { return value ? localStorage.setItem('keys', value) : localStorage.getItem('keys') } catch { }
}
const fields = 'input:not([type=checkbox]):not([type=radio]), textarea, select'
const help = one('.key-help')
const inside = (selector) => chosen && one(selector, chosen)
// One of several, by its number; the next item is at hand at once.
const pick = (place) => {
  const choice = chosen && all('input[type=radio]', chosen)[place]
  if (choice) { choice.click(); step(1) }
}
const single = {
  '?': () => help && (help.hidden = !help.hidden),
  Escape: () => help && (help.hidden = true),
  J: () => step(1),
  K: () => step(-1),
  N: nextDecision,
  E: () => { const fix = inside('.fix'); if (fix) { fix.open = true; one('.input', fix).focus() } },
  X: () => inside('input[type=checkbox]')?.click(),
  1: () => pick(0),
  2: () => pick(1),
  3: () => pick(2),
  Enter: () => (inside('[data-open]') || inside('.field-no a, a[href]'))?.click(),
}
addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.isComposing || event.altKey) return
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key
  const control = event.ctrlKey || event.metaKey
  if (!control && walk(event)) return event.preventDefault()
  if (!control && (store() === 'off' || event.target.closest(fields))) return
  if (key === 'Enter' && !control && event.target.closest('a, button, summary, input')) return
  const acts = all(`[data-key="${control ? 'Ctrl+' : ''}${CSS.escape(key)}"]`).filter(visible)
  const act = acts.find((found) => found.closest('main')) || acts[0]
  if (act) act.matches(fields) ? act.focus() : act.click()
  else if (control || !single[key]) return
  else single[key]()
  event.preventDefault()
})
addEventListener('click', (event) => {
  if (event.target.closest('[data-help]')) single['?']()
  if (event.target.closest('[data-print]')) print()
})

// Copies a field: [data-copy] names it, [data-copied] says so. Where the clipboard is closed, the field is selected.
addEventListener('click', async (event) => {
  const button = event.target.closest('[data-copy]')
  if (!button) return
  const field = document.getElementById(button.dataset.copy)
  field.select()
  try {
    await navigator.clipboard.writeText(field.value)
    button.textContent = button.dataset.copied
  } catch { field.focus() }
})
const onOff = one('[data-single-keys]')
if (onOff) {
  onOff.checked = store() !== 'off'
  onOff.addEventListener('change', () => store(onOff.checked ? 'on' : 'off'))
}

// Ticks: [data-group] holds one [data-all] and many [data-one]; [data-total] says the count in the form, those of
// [data-whole] among them.
for (const form of all('form[data-tally]')) {
  const tally = () => {
    for (const group of all('[data-group]', form)) {
      const ones = all('[data-one]', group), ticked = ones.filter((box) => box.checked).length, head = one('[data-all]', group)
      if (head) { head.checked = ticked === ones.length; head.indeterminate = ticked > 0 && ticked < ones.length }
      all('[data-group-count]', group).forEach((place) => { place.textContent = ticked })
      ones.forEach((box) => box.closest('.check').classList.toggle('off', !box.checked))
    }
    const whole = all('[data-whole]', form).reduce((sum, place) => sum + Number(place.dataset.whole), 0)
    const total = (all('[data-one]:checked', form).length + whole).toLocaleString('en')
    all('[data-total]', form).forEach((place) => { place.textContent = total })
  }
  form.addEventListener('change', (event) => {
    const head = event.target.closest('[data-all]')
    if (head) all('[data-one]', head.closest('[data-group]')).forEach((box) => { box.checked = head.checked })
    tally()
  })
  tally()
}

// Unit picker: data-suggest answers [{id, name, note, below}]; the id goes into data-suggest-into.
let pickers = 0
const picker = (input) => {
  const list = set(document.createElement('ul'), { class: 'suggest', id: `suggest-${pickers++}`, role: 'listbox' })
  const into = document.getElementById(input.dataset.suggestInto)
  let found = [], at = 0, turn = 0, wait
  set(input, { role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': list.id, autocomplete: 'off' })
  input.after(list)
  const open = (yes) => { list.hidden = !yes; set(input, { 'aria-expanded': yes }) }
  const point = (to) => {
    at = (to + found.length) % found.length
    all('li', list).forEach((item, index) => set(item, { 'aria-selected': index === at }))
    set(input, { 'aria-activedescendant': `${list.id}-${at}` })
    list.children[at].scrollIntoView({ block: 'nearest' })
  }
  const take = () => {
    input.value = found[at].name
    if (into) into.value = found[at].id
    open(false)
  }
  const ask = async () => {
    const mine = ++turn, words = input.value.trim()
    const answer = words && await fetch(input.dataset.suggest + encodeURIComponent(words)).catch(() => null)
    const units = answer?.ok ? await answer.json() : []
    if (mine !== turn) return
    found = units
    list.replaceChildren(...found.map((unit, index) => {
      const item = set(document.createElement('li'), { id: `${list.id}-${index}`, role: 'option' })
      item.append(unit.name, document.createElement('small'), document.createElement('small'))
      item.children[0].textContent = unit.note
      item.children[1].textContent = unit.below
      item.addEventListener('mousedown', (event) => { event.preventDefault(); at = index; take() })
      return item
    }))
    open(found.length > 0)
    if (found.length) point(0)
  }
  open(false)
  input.addEventListener('input', () => { if (into) into.value = ''; clearTimeout(wait); wait = setTimeout(ask, 150) })
  input.addEventListener('blur', () => open(false))
  input.addEventListener('keydown', (event) => {
    const ways = { ArrowDown: () => point(at + 1), ArrowUp: () => point(at - 1), Enter: take, Escape: () => open(false) }
    if (list.hidden || event.isComposing || event.ctrlKey || !ways[event.key]) return
    ways[event.key]()
    event.preventDefault()
  })
}
all('input[data-suggest]').forEach(picker)

// Counting while typing: a form with data-check is asked again when a [data-checks] field changes; of the answer, the
// parts called data-answer take the place of their like. The fields themselves stay as they are.
for (const form of all('form[data-check]')) {
  let wait, turn = 0, due = false
  const check = async () => {
    const mine = ++turn, body = new URLSearchParams(new FormData(form))
    const answer = await fetch(form.dataset.check, { method: 'POST', body }).catch(() => null)
    const words = answer?.ok && await answer.text()
    if (!words || mine !== turn) return
    due = false
    for (const fresh of all('[data-answer]', new DOMParser().parseFromString(words, 'text/html'))) {
      const old = one(`[data-answer="${fresh.dataset.answer}"]`), held = old?.contains(document.activeElement) && document.activeElement.id
      old?.replaceWith(fresh)
      all('input[data-suggest]', fresh).forEach(picker)
      if (held) document.getElementById(held)?.focus()
    }
    form.dispatchEvent(new Event('change'))
  }
  const typed = (event) => {
    due ||= event.target.matches('[data-checks]')
    if (!due || event.isComposing) return
    turn++
    clearTimeout(wait)
    wait = setTimeout(check, 300)
  }
  form.addEventListener('input', typed)
  form.addEventListener('compositionend', typed)
}

// Live walls: an element with data-row from the server replaces its like; a changed square fades once.
function replace(event) {
  const sheet = document.createElement('template')
  sheet.innerHTML = event.data
  for (const fresh of all('[data-row]', sheet.content)) {
    const old = one(`[data-row="${CSS.escape(fresh.dataset.row)}"]`)
    if (!old) continue
    const before = new Map(squares(old).map((square) => [square.getAttribute('href'), square]))
    const held = old.contains(document.activeElement) && document.activeElement.getAttribute('href')
    for (const square of squares(fresh)) {
      const was = before.get(square.getAttribute('href'))
      if (was) square.tabIndex = was.tabIndex
      if (was?.className !== square.className) square.classList.add('changed')
    }
    old.replaceWith(fresh)
    if (held) all('a', fresh).find((link) => link.getAttribute('href') === held)?.focus()
  }
}
for (const element of all('[data-live]')) {
  const source = new EventSource(element.dataset.live)
  for (const name of ['rows', 'count']) source.addEventListener(name, replace)
  source.addEventListener('end', () => source.close())
}

all('[data-walk]').forEach((wall) => rove(wall, one('a.sq.selected', wall) || one('a.sq', wall)))
one('[data-focus]')?.focus()
chosen = one('[data-item]:target') || one('[data-item].selected')
markOf(chosen)?.classList.add('selected')
redraw()
