// Muster: what a keyboard and a live wall need. Every page works without this file.
(() => {
  'use strict'
  const root = document.documentElement
  root.classList.add('js')
  const all = (selector, from = document) => [...from.querySelectorAll(selector)]
  const one = (selector, from = document) => from.querySelector(selector)
  const svg = (name, attributes) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name)
    for (const key in attributes) element.setAttribute(key, attributes[key])
    return element
  }
  const english = () => root.lang.startsWith('en')
  const visible = (element) => element.getClientRects().length > 0
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  const show = (element) => element.scrollIntoView({ block: 'nearest', behavior: calm ? 'auto' : 'smooth' })

  // Selection: J and K walk [data-item]; N goes to the next [data-decide].
  let chosen = null
  const items = () => all('[data-list] [data-item]').filter(visible)
  function choose(item, scroll = true) {
    if (!item) return
    all('[data-item].selected, .mark.selected').forEach((old) => old.classList.remove('selected'))
    chosen = item
    item.classList.add('selected')
    const target = one('[data-open]', item) || one('a[href], button, input:not([type=hidden])', item)
    if (target) target.focus({ preventScroll: true })
    if (scroll) show(item)
    const mark = item.dataset.mark && document.getElementById(item.dataset.mark)
    if (mark) {
      for (let fold = mark.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true
      mark.classList.add('selected')
    }
    connect()
  }
  function step(by, list = items()) {
    const at = list.indexOf(chosen)
    choose(list[at < 0 ? (by > 0 ? 0 : list.length - 1) : Math.min(Math.max(at + by, 0), list.length - 1)])
  }
  function nextDecision() {
    const list = items()
    const rest = list.slice(list.indexOf(chosen) + 1).concat(list)
    choose(rest.find((item) => item.matches('[data-decide]')))
  }

  // Reading: a field and its words select each other, tied by a pencil line where both are on the screen.
  const read = one('[data-read]')
  let connector = null
  function connect() {
    if (!read) return
    if (!connector) {
      connector = svg('svg', { class: 'connector', 'aria-hidden': 'true' })
      connector.append(svg('path', {}), svg('circle', { r: 3.5 }))
      read.append(connector)
    }
    const mark = one('.mark.selected', read), row = one('.field-row.selected', read), paper = one('.paper', read)
    const box = read.getBoundingClientRect()
    const path = connector.firstChild, knot = connector.lastChild
    const near = mark && row && visible(mark) && Math.abs(mark.getBoundingClientRect().top - row.getBoundingClientRect().top) < innerHeight
    path.setAttribute('d', '')
    knot.setAttribute('cx', -20)
    if (!near) return
    const from = [...mark.getClientRects()].pop(), to = row.getBoundingClientRect(), edge = paper.getBoundingClientRect()
    const y1 = from.bottom - box.top, y2 = to.top + 22 - box.top, bend = edge.right - box.left + 8
    path.setAttribute('d', `M${from.right - box.left + 4} ${y1}H${bend}V${y2}H${to.left - box.left}`)
    knot.setAttribute('cx', to.left - box.left)
    knot.setAttribute('cy', y2)
  }
  if (read) {
    read.addEventListener('click', (event) => {
      const link = event.target.closest('.mark, .mark-no, .field-no a')
      const row = link && !link.closest('.field-row')
        ? document.getElementById(link.getAttribute('href').slice(1))
        : event.target.closest('.field-row')
      if (!row || !row.matches('[data-item]') || event.target.closest('.fix, .field-value a, .field-flag a')) return
      if (link) event.preventDefault()
      choose(row, !!(link && !link.closest('.field-row')))
      const mark = document.getElementById(row.dataset.mark)
      if (mark && link && link.closest('.field-row')) { mark.scrollIntoView({ block: 'center' }); connect() }
    })
    one('[data-read] .paper')?.addEventListener('toggle', () => { brackets(); connect() }, true)
  }
  // Words of thirty characters and more get a bracket in the left margin.
  function brackets() {
    all('.paper').forEach((paper) => {
      const long = all('.mark.long:not(.block)', paper)
      if (!long.length) return
      let lines = one('.paper-lines', paper)
      if (!lines) paper.append(lines = svg('svg', { class: 'paper-lines', 'aria-hidden': 'true' }))
      lines.replaceChildren()
      const box = paper.getBoundingClientRect(), left = (one('.paper-body', paper) || paper).getBoundingClientRect().left - box.left - 12
      for (const mark of long.filter(visible)) {
        const area = mark.getBoundingClientRect()
        lines.append(svg('path', { class: 'bracket', d: `M${left + 5} ${area.top - box.top + 3}h-5v${area.height - 6}h5` }))
      }
    })
  }
  // The ruler shows which part of the paper is on the screen.
  const ruler = one('[data-ruler]')
  function rule() {
    const frame = ruler && one('.rl-view', ruler)
    if (!frame) return
    const box = document.getElementById(ruler.dataset.ruler).getBoundingClientRect(), high = ruler.clientHeight
    const top = Math.max(0, -box.top / box.height), end = Math.min(1, (innerHeight - 34 - box.top) / box.height)
    frame.setAttribute('y', top * high + 1)
    frame.setAttribute('height', Math.max(12, (end - top) * high - 2))
  }
  const redraw = () => { rule(); brackets(); connect() }
  addEventListener('scroll', rule, { passive: true })
  addEventListener('resize', redraw)
  addEventListener('hashchange', () => choose(one('[data-item]:target')))
  addEventListener('beforeprint', () => all('details.fold').forEach((fold) => { fold.open = true }))

  // Walls: one stop for Tab, arrow keys inside.
  const squares = (wall) => all('a.sq', wall)
  function rove(wall, to) {
    squares(wall).forEach((square) => { square.tabIndex = square === to ? 0 : -1 })
  }
  function walk(event) {
    const wall = event.target.closest('[data-walk]'), here = event.target.closest('a.sq')
    if (!wall || !here) return false
    const list = squares(wall), at = list.indexOf(here)
    let to
    if (event.key === 'ArrowRight') to = list[at + 1]
    else if (event.key === 'ArrowLeft') to = list[at - 1]
    else if (event.key === 'Home') to = list[0]
    else if (event.key === 'End') to = list[list.length - 1]
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const box = here.getBoundingClientRect(), down = event.key === 'ArrowDown'
      let best = Infinity
      for (const square of list) {
        const other = square.getBoundingClientRect(), rise = down ? other.top - box.top : box.top - other.top
        const far = rise * 1000 + Math.abs(other.left - box.left)
        if (rise > 2 && far < best) { best = far; to = square }
      }
    } else return false
    if (to) { rove(wall, to); to.focus() }
    return true
  }

  // Keys. data-key="U" on what the key does; single keys are silent inside fields and can be switched off.
  const off = () => { try { return localStorage.getItem('muster.keys') === 'off' } catch { return false } }
  const inField = (element) => element.closest('input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]')
  function press(element) {
    if (element.matches('input:not([type=checkbox]):not([type=radio]), textarea, select')) element.focus()
    else element.click()
  }
  addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || event.altKey) return
    if (event.ctrlKey || event.metaKey) {
      const main = event.key === 'Enter' && one('[data-key="Ctrl+Enter"]')
      if (main) { event.preventDefault(); main.click() }
      return
    }
    if (event.key === 'Escape') { one('.key-help')?.remove(); return }
    if (walk(event)) { event.preventDefault(); return }
    if (inField(event.target) || off()) return
    const key = event.key.length === 1 ? event.key.toUpperCase() : event.key
    const own = chosen && visible(chosen) && one(`[data-key-row="${CSS.escape(key)}"]`, chosen)
    const act = own || all(`[data-key="${CSS.escape(key)}"]`).find(visible)
    if (act) press(act)
    else if (key === '?') help()
    else if (key === 'J') step(1)
    else if (key === 'K') step(-1)
    else if (key === 'N' && one('[data-decide]')) nextDecision()
    else if (key === 'E' && chosen && one('.fix', chosen)) { const fix = one('.fix', chosen); fix.open = true; one('.input', fix).focus() }
    else if (key === 'X' && chosen && one('input[type=checkbox]', chosen)) one('input[type=checkbox]', chosen).click()
    else if (key === 'Enter' && chosen && !event.target.closest('a, button, summary, input')) {
      const open = one('[data-open]', chosen) || one('.field-no a, a[href]', chosen)
      if (open) open.click()
    } else return
    event.preventDefault()
  })
  function help() {
    const old = one('.key-help')
    if (old) { old.remove(); return }
    const en = english(), panel = document.createElement('section'), list = document.createElement('ul')
    panel.className = 'key-help'
    panel.setAttribute('aria-label', en ? 'Keys' : '快捷键')
    const row = (keys, words) => {
      const item = document.createElement('li'), left = document.createElement('span'), right = document.createElement('span')
      for (const key of keys.split(' ')) { const cap = document.createElement('kbd'); cap.textContent = key; left.append(cap, ' ') }
      right.textContent = words
      item.append(left, right)
      list.append(item)
    }
    if (items().length) { row('J K', en ? 'Next, previous' : '上下一条'); row('↵', en ? 'Open' : '打开') }
    if (one('[data-decide]')) row('N', en ? 'Next that needs a decision' : '下一处要决定的')
    if (one('.fix')) row('E', en ? 'Correct' : '改正')
    if (one('[data-walk]')) row('← → ↑ ↓', en ? 'Walk the wall' : '在格子间走')
    const seen = new Set()
    for (const element of all('[data-key]')) {
      const key = element.dataset.key
      if (!seen.has(key) && element.dataset.keyLabel) row(key.replace('+', ' ').replace('Enter', '↵'), element.dataset.keyLabel)
      seen.add(key)
    }
    const label = document.createElement('label'), box = document.createElement('input')
    label.className = 'check mid'
    box.type = 'checkbox'
    box.checked = !off()
    box.addEventListener('change', () => { try { localStorage.setItem('muster.keys', box.checked ? 'on' : 'off') } catch { /* private mode */ } })
    label.append(box, en ? 'Single keys on' : '单键有效')
    panel.append(list, label)
    document.body.append(panel)
    box.focus()
  }
  addEventListener('click', (event) => {
    const key = event.target.closest('[data-key="?"]')
    if (key) help()
    if (event.target.closest('[data-print]')) print()
  })

  // Groups of ticks: [data-group] holds one [data-all] and many [data-one]; [data-total] says the count anywhere in the form.
  function tally(form) {
    let total = 0
    for (const group of all('[data-group]', form)) {
      const ones = all('input[data-one]', group), ticked = ones.filter((box) => box.checked).length
      const hidden = Number(group.dataset.more || 0), head = one('input[data-all]', group)
      if (head && ones.length) { head.checked = ticked > 0 && ticked === ones.length; head.indeterminate = ticked > 0 && ticked < ones.length }
      const said = one('[data-group-count]', group)
      if (said) said.textContent = ticked + hidden
      ones.forEach((box) => box.closest('.check')?.classList.toggle('off', !box.checked))
      total += ticked + hidden
    }
    all('[data-total]', form).concat(all(`[data-total-of="${form.id}"]`)).forEach((place) => { place.textContent = total.toLocaleString('en') })
  }
  all('form[data-tally]').forEach((form) => {
    form.addEventListener('change', (event) => {
      if (event.target.matches('[data-all]')) {
        all('input[data-one]', event.target.closest('[data-group]')).forEach((box) => { box.checked = event.target.checked })
      }
      tally(form)
    })
    tally(form)
  })

  // Unit picker: suggestions from data-suggest; the chosen code goes into the input named by data-suggest-into.
  all('input[data-suggest]').forEach((input, number) => {
    const list = document.createElement('ul')
    let found = [], at = -1, asked = 0, wait
    list.className = 'suggest'
    list.id = `suggest-${number}`
    list.setAttribute('role', 'listbox')
    list.hidden = true
    for (const [name, value] of [['role', 'combobox'], ['aria-autocomplete', 'list'], ['aria-controls', list.id], ['aria-expanded', 'false'], ['autocomplete', 'off']]) input.setAttribute(name, value)
    input.parentElement.append(list)
    const into = () => input.dataset.suggestInto && document.getElementById(input.dataset.suggestInto)
    const close = () => { list.hidden = true; at = -1; input.setAttribute('aria-expanded', 'false'); input.removeAttribute('aria-activedescendant') }
    function point(to) {
      at = (to + found.length) % found.length
      ;[...list.children].forEach((item, index) => item.setAttribute('aria-selected', index === at))
      input.setAttribute('aria-activedescendant', list.children[at].id)
      list.children[at].scrollIntoView({ block: 'nearest' })
    }
    function take(unit) {
      input.value = unit.name
      if (into()) into().value = unit.id
      close()
      input.dispatchEvent(new Event('change', { bubbles: true }))
    }
    async function ask() {
      const turn = ++asked, words = input.value.trim()
      if (!words) return close()
      try {
        const answer = await fetch(input.dataset.suggest + encodeURIComponent(words), { headers: { Accept: 'application/json' } })
        if (!answer.ok || turn !== asked) return
        found = await answer.json()
      } catch { return close() }
      list.replaceChildren(...found.map((unit, index) => {
        const item = document.createElement('li'), note = document.createElement('small'), below = document.createElement('small')
        item.id = `${list.id}-${index}`
        item.setAttribute('role', 'option')
        note.textContent = [unit.place, unit.level, unit.code].filter(Boolean).join(' · ')
        if (unit.below) below.textContent = english() ? `${unit.below} below` : `以下 ${unit.below}`
        item.append(unit.name, note, below)
        item.addEventListener('mousedown', (event) => { event.preventDefault(); take(unit) })
        return item
      }))
      list.hidden = !found.length
      input.setAttribute('aria-expanded', String(!list.hidden))
      if (found.length) point(0)
    }
    input.addEventListener('input', () => { if (into()) into().value = ''; clearTimeout(wait); wait = setTimeout(ask, 150) })
    input.addEventListener('blur', close)
    input.addEventListener('keydown', (event) => {
      if (list.hidden || event.isComposing) return
      if (event.key === 'ArrowDown') point(at + 1)
      else if (event.key === 'ArrowUp') point(at - 1)
      else if (event.key === 'Enter' && at >= 0) take(found[at])
      else if (event.key === 'Escape') close()
      else return
      event.preventDefault()
    })
  })

  // Live walls: the server sends elements with data-row, each replaces its like. A square that changed fades once.
  function replace(html) {
    const sheet = document.createElement('template')
    sheet.innerHTML = html
    for (const fresh of all('[data-row]', sheet.content)) {
      const old = all('[data-row]').find((row) => row.dataset.row === fresh.dataset.row)
      if (!old) continue
      const before = new Map(squares(old).map((square) => [square.getAttribute('href'), square]))
      const focus = document.activeElement?.closest('a.sq')?.getAttribute('href')
      for (const square of squares(fresh)) {
        const was = before.get(square.getAttribute('href'))
        if (was && was.tabIndex < 0) square.tabIndex = -1
        if (was && was.getAttribute('aria-label') !== square.getAttribute('aria-label')) square.classList.add('changed')
      }
      const held = old.contains(document.activeElement)
      old.replaceWith(fresh)
      if (held && focus) squares(fresh).find((square) => square.getAttribute('href') === focus)?.focus()
    }
    all('[data-walk]').forEach((wall) => { if (!one('a.sq[tabindex="0"]', wall)) rove(wall, squares(wall)[0]) })
  }
  function live(element) {
    const source = new EventSource(element.dataset.live)
    for (const name of ['rows', 'count']) source.addEventListener(name, (event) => replace(event.data))
    source.addEventListener('end', () => source.close())
    addEventListener('pagehide', () => source.close())
  }

  all('[data-walk]').forEach((wall) => { rove(wall, one('a.sq.selected', wall) || squares(wall)[0]) })
  if (window.EventSource) all('[data-live]').forEach(live)
  one('[data-focus]')?.focus()
  chosen = one('[data-item]:target') || one('[data-item].selected')
  if (chosen?.dataset.mark) document.getElementById(chosen.dataset.mark)?.classList.add('selected')
  redraw()
  document.fonts?.ready.then(redraw)
})()
