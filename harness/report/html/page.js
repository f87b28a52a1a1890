'use strict';
(async function () {
	/* deflated, in base64 */
	const packed = Uint8Array.from(atob(document.getElementById('data').textContent), (c) =>
		c.charCodeAt(0));

	if (!window.DecompressionStream) {
		document.getElementById('old').hidden = false;
		return;
	}
	const data = await new Response(new Blob([packed]).stream().pipeThrough(
		new DecompressionStream('deflate-raw'))).json();
	const words = {
		P: 'pass', D: 'detail', S: 'skip', K: 'known', F: 'FAIL', C: 'CRASH', T: 'TIMEOUT',
		X: 'XPASS', L: 'FLAKY', B: 'BROKEN', '.': 'not run',
	};
	const views = {overview: 'Overview', cases: 'Cases', causes: 'Causes', skipped: 'Skipped',
		known: 'Known departures', rules: 'Rules'};
	const PAGE = 100; /* rows that are made at once */
	const nav = document.querySelector('nav');
	const form = document.getElementById('filter');
	const view = document.getElementById('view');
	const overview = document.getElementById('overview');
	const sources = document.getElementById('rules'); /* only if there are lists of rules */
	const all = data.cases.map((c, i) => i);
	const index = new Map(data.cases.map((c, i) => [c[0], i]));
	const area = (i) => data.cases[i][0].split('/')[0];
	let state = {};

	if (!sources)
		delete views.rules;

	/* texts of loaders come in by textContent only, so that no text is ever markup */
	function el(tag, attributes, ...children) {
		const e = document.createElement(tag);
		for (const [name, value] of Object.entries(attributes || {}))
			e.setAttribute(name, value);
		e.append(...children.flat(2).filter((c) => c !== null && c !== undefined));
		return e;
	}

	const lines = (n) => data.texts[n].map((k) => data.lines[k]);
	const text = (n) => lines(n).join('\n');
	/* the number of a diff's line has the sign in it */
	const diffLines = (n) => data.diffs[n].map((k) =>
		[' ', '-', '+', ''][k % 4] + data.lines[k >> 2]);

	for (const loader of data.loaders) {
		loader.by = new Map(loader.more.map((m) => [m[0], {
			unexpected: m[1] === 1, reason: m[2], cause: m[3], diff: m[4], log: m[5],
			known: m[6], line: m[7], rerun: m[8], why: m[9], tries: m[10] || [],
		}]));
	}
	const nothing = {unexpected: false, reason: 0, cause: 0, diff: 0, log: 0, known: 0, line: 0,
		rerun: 0, why: 0, tries: []};
	const more = (k, i) => data.loaders[k].by.get(i) || nothing;
	const letter = (k, i) => data.loaders[k].outcomes[i];

	function transcript(k, i) {
		while (data.loaders[k].got[i] === -1)
			k--;
		return data.loaders[k].got[i];
	}

	/* ---- the state in the fragment, so that a link shows the same */

	function read() {
		const s = new URLSearchParams(location.hash.slice(1));
		const number = parseInt(s.get('loader'), 10);
		const named = s.get('case');

		return {
			view: named ? 'case' : views[s.get('view')] ? s.get('view') : 'overview',
			id: named, q: s.get('q') || '', area: s.get('area') || '',
			loader: number >= 1 && number <= data.loaders.length ? number : 0,
			outcome: s.get('outcome') || '', differ: s.get('differ') === '1',
		};
	}

	function link(changes) {
		const s = Object.assign({}, state, {id: ''}, changes);
		const p = new URLSearchParams();

		if (s.id)
			p.set('case', s.id);
		else if (s.view !== 'overview')
			p.set('view', s.view === 'case' ? 'cases' : s.view);
		if (s.q)
			p.set('q', s.q);
		if (s.area)
			p.set('area', s.area);
		if (s.loader)
			p.set('loader', s.loader);
		if (s.outcome)
			p.set('outcome', s.outcome);
		if (s.differ)
			p.set('differ', '1');
		return '#' + p.toString();
	}

	function has(k, i, outcome) {
		if (outcome === 'unexpected')
			return more(k, i).unexpected;
		if (outcome === 'departs')
			return more(k, i).unexpected || letter(k, i) === 'K';
		return letter(k, i) === outcome;
	}

	/* does the result of loader k for case i pass the filter, with this text? */
	function chosen(k, i, q = state.q) {
		return letter(k, i) !== '.' && (!state.loader || state.loader === k + 1) &&
			(!state.outcome || has(k, i, state.outcome)) && fits(i, q.toLowerCase());
	}

	function differs(i) {
		const seen = new Set(data.loaders.map((l) => l.outcomes[i]));

		seen.delete('.');
		return seen.size > 1;
	}

	function fits(i, q) {
		return (!state.area || area(i) === state.area) && (!state.differ || differs(i)) &&
			(!q || data.cases[i][0].includes(q) ||
			 text(data.cases[i][1]).toLowerCase().includes(q));
	}

	const selected = () => all.filter((i) => data.loaders.some((l, k) => chosen(k, i)));

	/* ---- pieces */

	function outcome(k, i) {
		const l = letter(k, i), unexpected = more(k, i).unexpected;

		return el('span', {class: 'outcome ' + (unexpected ? 'u' : l === '.' ? 'none' : l)},
			words[l] + (unexpected && l === 'D' ? '!' : ''));
	}

	function address(s) {
		return /^https?:\/\//.test(s) ?
			el('a', {href: s, rel: 'noopener noreferrer'}, s) : s;
	}

	/* a sentence, its addresses as links */
	const sentence = (s) => s.split(/(https?:\/\/[^\s,;)]+)/).map(address);
	const caseLink = (i) => el('a', {href: link({id: data.cases[i][0]})}, data.cases[i][0]);

	function code(n, kind) {
		const classes = {'-': 'del', '+': 'ins', '@': 'hunk'};

		return el('pre', {tabindex: '0'}, el('code', {}, (kind === 'diff' ? diffLines : lines)(n).map((s) =>
			el('span', {
				class: kind === 'diff' ? classes[s[0]] || '' :
					kind === 'transcript' && s[0] === '>' ? 'command' : '',
			}, s))));
	}

	function heading(title, count) {
		const h = el('h2', {id: 'view-h', tabindex: '-1'}, title);

		return count === undefined ? [h] : [h, el('p', {role: 'status'}, count)];
	}

	function plural(n, word) {
		return n + ' ' + word + (n === 1 ? '' : 's');
	}

	/* make rows in portions: the first at once, others when asked for */
	function portions(body, items, row) {
		let next = 0;
		const button = el('button', {type: 'button'});
		const add = () => {
			body.append(...items.slice(next, next + PAGE).map(row));
			next += PAGE;
			button.textContent = 'show ' + Math.min(PAGE, items.length - next) +
				' more of ' + items.length;
			button.hidden = next >= items.length;
		};

		button.addEventListener('click', add);
		add();
		return button;
	}

	function table(caption, heads, items, row, cls) {
		const body = el('tbody');
		const button = portions(body, items, row);

		return [el('div', {class: 'wide', tabindex: '0', role: 'region', 'aria-label': caption},
			el('table', {class: cls || ''}, el('caption', {}, caption),
				el('thead', {}, el('tr', {}, heads)), body)), button];
	}

	const th = (s) => el('th', {scope: 'col'}, s);

	/* ---- views */

	function showCases() {
		const items = selected();
		const turn = data.loaders.length > 4 ? 'turn' : '';
		const heads = [th('case')].concat(data.loaders.map((l, k) =>
			el('th', {scope: 'col', class: turn}, el('span', {}, l.name))));
		const row = (i) => el('tr', {}, el('td', {class: 'id'}, caseLink(i),
			el('small', {}, text(data.cases[i][1]))),
		data.loaders.map((l, k) => el('td', {}, outcome(k, i))));

		return heading('Cases', plural(items.length, 'case') + ' of ' + all.length)
			.concat(table('Outcomes by case and loader', heads, items, row, 'list'));
	}

	/* loaders that did the same, together */
	function groups(i) {
		const found = new Map();

		data.loaders.forEach((l, k) => {
			const m = more(k, i);
			const key = [letter(k, i), m.unexpected, m.reason, m.diff, m.known,
				transcript(k, i), m.tries].join();

			if (!found.has(key))
				found.set(key, []);
			found.get(key).push(k);
		});
		return [...found.values()].sort((x, y) =>
			more(y[0], i).unexpected - more(x[0], i).unexpected);
	}

	function field(name, value) {
		return value ? [el('dt', {}, name), el('dd', {}, value)] : [];
	}

	/* of a case that was run again, alone */
	function attempt([l, reason, got], n) {
		return el('details', {}, el('summary', {}, 'attempt ' + (n + 1) + ': ' + words[l] +
			(reason ? ': ' + text(reason) : '')), got ? code(got, 'transcript') : null);
	}

	function group(i, members) {
		const k = members[0], m = more(k, i), id = data.cases[i][0];
		const got = transcript(k, i), l = letter(k, i);
		const rerun = text(m.rerun).replace(/%$/, id);

		return el('div', {class: 'group ' + (m.unexpected ? 'u' : l)},
			el('h3', {}, outcome(k, i), ' ', members.map((n) => data.loaders[n].name)
				.join('; ')),
			el('dl', {},
				field('reason', m.reason && sentence(text(m.reason))),
				field('why', m.why && text(m.why)),
				field('known by', m.known && text(m.known)),
				field('where', m.line && 'cases/' + id + '.case:' + m.line),
				field('cause', m.cause && text(m.cause)),
				field('run it again', rerun && el('code', {}, rerun))),
			m.diff ? [el('p', {}, l === 'L' ?
				'Difference: - the first attempt, + the last one' :
				'Difference: - expected, + what the loader did'),
			code(m.diff, 'diff')] : null,
			m.tries.map(attempt),
			got ? el('details', m.diff ? {} : {open: ''},
				el('summary', {}, m.unexpected || l === 'K' ? 'what the loader did' :
					'what is expected, and what the loader did'),
				code(got, 'transcript')) : null,
			m.log ? el('details', {}, el('summary', {}, 'output'), code(m.log)) : null);
	}

	function showCase() {
		const i = index.get(state.id);

		if (i === undefined)
			return heading('There is no case ' + state.id + ' in this report');
		const c = data.cases[i], list = selected(), at = list.indexOf(i);
		const step = (n, word) => list[n] === undefined ? null :
			el('a', {href: link({id: data.cases[list[n]][0]}),
				rel: word === 'next' ? 'next' : 'prev'}, word + ': ' +
				data.cases[list[n]][0]);

		return heading(c[0]).concat(
			el('p', {class: 'rule'}, text(c[1])),
			el('dl', {}, field('rule', sentence(text(c[2]))),
				field('requires', c[3] && text(c[3])),
				field('broken loaders it is meant to catch', c[4] && text(c[4]))),
			el('p', {class: 'steps'}, el('a', {href: link({view: 'cases'})}, 'all cases'),
				at > 0 ? step(at - 1, 'previous') : null,
				at >= 0 ? step(at + 1, 'next') : null),
			groups(i).map((members) => group(i, members)));
	}

	/* results by a text, the most frequent first */
	function gather(key) {
		const found = new Map();

		data.loaders.forEach((l, k) => l.by.forEach((m, i) => {
			const n = chosen(k, i) ? key(m, k, i) : 0;

			if (!n)
				return;
			if (!found.has(n))
				found.set(n, []);
			found.get(n).push([k, i]);
		}));
		return [...found.entries()].sort((x, y) => y[1].length - x[1].length);
	}

	function loadersOf(results) {
		const count = new Map();

		results.forEach(([k]) => count.set(k, (count.get(k) || 0) + 1));

		return names([...count].map(([k, n]) => data.loaders[k].name + ': ' + n));
	}

	/* of loaders, each with what is to be said of it */
	function names(named) {
		if (named.length < 4)
			return named.join('; ');
		return el('details', {}, el('summary', {}, named.length + ' of ' +
			data.loaders.length + ' loaders'), el('ul', {class: 'named'}, named.map((s) =>
				el('li', {}, s))));
	}

	const casesOf = (results) => caseList([...new Set(results.map(([k, i]) => i))]
		.sort((x, y) => x - y), caseLink);

	function caseList(ids, item) {
		const details = el('details', {}, el('summary', {}, plural(ids.length, 'case')));
		const fill = () => details.append(
			el('ul', {class: 'many'}, ids.map((i) => el('li', {}, item(i)))));

		/* a long list is made when somebody opens it */
		if (ids.length < 4) {
			details.open = true;
			fill();
		} else {
			details.addEventListener('toggle', fill, {once: true});
		}
		return details;
	}

	function showCauses() {
		const found = gather((m) => m.unexpected ? m.cause || m.reason : 0);
		const row = ([n, results]) => el('tr', {}, el('td', {}, String(results.length)),
			el('td', {class: 'id'}, text(n)), el('td', {}, loadersOf(results)),
			el('td', {}, casesOf(results)));

		return heading('Causes', plural(found.length, 'cause') + ' of unexpected results')
			.concat(table('What has to be mended: results with the same first difference',
				[th('results'), th('cause'), th('loaders'), th('cases')], found, row,
				'list'));
	}

	function showSkipped() {
		const found = gather((m, k, i) => letter(k, i) === 'S' ? m.reason : 0);
		const row = ([n, results]) => {
			const why = new Set(results.map(([k, i]) => more(k, i).why));

			return el('tr', {}, el('td', {}, String(results.length)),
				el('td', {class: 'id'}, sentence(text(n)),
					[...why].filter((w) => w).map((w) => el('small', {}, text(w)))),
				el('td', {}, loadersOf(results)), el('td', {}, casesOf(results)));
		};

		return heading('Skipped', plural(found.length, 'reason')).concat(
			table('What does not apply to a loader, and why',
				[th('results'), th('reason'), th('loaders'), th('cases')], found, row,
				'list'));
	}

	function showKnown() {
		const found = [];

		data.loaders.forEach((l, k) => l.by.forEach((m, i) => {
			if (m.known && chosen(k, i))
				found.push([k, i]);
		}));
		found.sort((x, y) => x[1] - y[1] || x[0] - y[0]);
		const row = ([k, i]) => el('tr', {}, el('td', {class: 'id'}, caseLink(i)),
			el('td', {}, data.loaders[k].name), el('td', {}, outcome(k, i)),
			el('td', {class: 'id'}, sentence(text(more(k, i).reason))),
			el('td', {}, text(more(k, i).known)));

		return heading('Known departures', plural(found.length, 'result')).concat(
			table('Cases that a known list names, with its reason',
				[th('case'), th('loader'), th('outcome'), th('reason'), th('line')],
				found, row, 'list'));
	}

	/* what all loaders did in a case: each outcome once, with its loaders */
	function outcomesOf(i) {
		const found = new Map();

		data.loaders.forEach((l, k) => {
			const key = letter(k, i) + more(k, i).unexpected;

			if (!found.has(key))
				found.set(key, []);
			found.get(key).push(k);
		});
		return [...found.values()].map((ks) => el('span', {class: 'did'}, outcome(ks[0], i),
			data.loaders.length === 1 ? null : ks.length === 1 ?
				' ' + data.loaders[ks[0]].name : ' ' + ks.length + ' loaders'));
	}

	/* how a loader keeps a rule, told by the cases of the rule */
	function keeps(k, ids) {
		const ran = ids.filter((i) => !['.', 'S'].includes(letter(k, i)));
		const departs = ran.filter((i) => has(k, i, 'departs'));

		if (!departs.length)
			return [ran.length ? 'P' : 'S', data.loaders[k].name];
		return [departs.some((i) => more(k, i).unexpected) ? 'u' : 'K', data.loaders[k].name +
			(ids.length > 1 ? ': ' + departs.length + ' of ' + ran.length : '')];
	}

	function keepers(ids) {
		const say = {u: 'departs', K: 'departs, known', P: 'right', S: 'does not apply'};
		const found = {u: [], K: [], P: [], S: []};

		data.loaders.forEach((l, k) => {
			const [verdict, name] = keeps(k, ids);

			found[verdict].push(name);
		});
		return Object.keys(say).filter((v) => found[v].length).map((v) => el('div', {},
			el('span', {class: 'outcome ' + v}, say[v]), ' ', names(found[v])));
	}

	/* the text is looked for in the rule; other filters choose cases, and rules that have one */
	function ruleFits([id, , rule, , , ids]) {
		const narrow = state.area || state.loader || state.outcome || state.differ;

		return (id + ' ' + rule).toLowerCase().includes(state.q.toLowerCase()) &&
			(!narrow || ids.some((i) => data.loaders.some((l, k) => chosen(k, i, ''))));
	}

	function showRules() {
		const found = data.rules.filter(ruleFits);
		const row = ([id, url, rule, word, reason, ids]) => el('tr', {},
			el('td', {class: 'id'}, el('a', {href: url, rel: 'noopener noreferrer'}, id),
				el('small', {}, rule)),
			el('td', {class: 'why'}, word, reason ? el('small', {}, reason) : null),
			el('td', {}, ids.length ? keepers(ids) : null),
			el('td', {}, ids.length ? caseList(ids, (i) =>
				[caseLink(i), el('small', {}, outcomesOf(i))]) : null));

		return heading('Rules', plural(found.length, 'rule') + ' of ' + data.rules.length)
			.concat(state.q ? el('p', {class: 'steps'},
				el('a', {href: link({q: ''})}, 'all sources')) : [], table('What a source promises, the cases that show it, and what the loaders do',
				[th('rule'), th('state'), th('loaders'), th('cases')], found, row,
				'list'));
	}

	const show = {cases: showCases, case: showCase, causes: showCauses, skipped: showSkipped,
		known: showKnown, rules: showRules};

	/* ---- the form, and what keeps all of it together */

	function options(select, items) {
		select.append(...items.map(([value, name]) => el('option', {value}, name)));
	}

	function fillForm() {
		form.elements.q.value = state.q;
		form.elements.area.value = state.area;
		form.elements.loader.value = state.loader || '';
		form.elements.outcome.value = state.outcome;
		form.elements.differ.checked = state.differ;
	}

	function render() {
		const isOverview = state.view === 'overview';
		const current = state.view === 'case' ? 'cases' : state.view;

		nav.replaceChildren(...Object.entries(views).map(([name, title]) => {
			const a = el('a', {href: link({view: name})}, title);

			if (name === current)
				a.setAttribute('aria-current', 'page');
			return a;
		}));
		form.hidden = isOverview || state.view === 'case';
		overview.hidden = !isOverview;
		if (sources)
			sources.hidden = state.view !== 'rules' || state.q !== '';
		view.hidden = isOverview;
		view.replaceChildren(...(isOverview ? [] : show[state.view]().flat()));
		document.title = (state.id || views[state.view]) + ' - dynload-cts';
	}

	/* the rules of one source are a place of their own */
	const place = () => state.view + state.id + (state.view === 'rules' ? state.q : '');

	function changed() {
		if (location.hash === '#main')
			return;
		const before = place();

		state = read();
		fillForm();
		render();
		if (before !== place()) {
			scrollTo(0, 0);
			(state.view === 'rules' && !state.q ? sources : view.hidden ? overview : view)
				.querySelector('h2').focus();
		}
	}

	function typed() {
		state.q = form.elements.q.value;
		state.area = form.elements.area.value;
		state.loader = parseInt(form.elements.loader.value, 10) || 0;
		state.outcome = form.elements.outcome.value;
		state.differ = form.elements.differ.checked;
		history.replaceState(null, '', link({}));
		render();
	}

	options(form.elements.area, [['', 'all']].concat([...new Set(all.map(area))].map((n) =>
		[n, n])));
	options(form.elements.loader, [['', 'all']].concat(data.loaders.map((l, k) =>
		[k + 1, l.name])));
	options(form.elements.outcome, [['', 'all'], ['unexpected', 'unexpected'],
		['departs', 'unexpected or known']].concat(Object.entries(words).filter(([l]) =>
		l !== '.')));
	form.addEventListener('input', typed);
	form.addEventListener('submit', (e) => e.preventDefault());
	form.elements.clear.addEventListener('click', () => {
		location.hash = link({q: '', area: '', loader: 0, outcome: '', differ: false});
	});
	document.addEventListener('keydown', (e) => {
		const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(e.target.tagName);

		if (e.key === '/' && !typing && !form.hidden) {
			e.preventDefault();
			form.elements.q.focus();
		} else if (e.key === 'Escape' && state.view === 'case') {
			location.hash = link({view: 'cases'});
		}
	});
	addEventListener('hashchange', changed);
	/* on paper nothing can be opened: all of it is made, and stands open */
	addEventListener('beforeprint', () => {
		for (const button of view.querySelectorAll('button'))
			while (!button.hidden)
				button.click();
		for (const details of view.querySelectorAll('details:not([open])')) {
			details.open = true;
			details.dispatchEvent(new Event('toggle'));
			details.dataset.printed = '';
		}
	});
	addEventListener('afterprint', () => {
		for (const details of view.querySelectorAll('[data-printed]')) {
			details.open = false;
			delete details.dataset.printed;
		}
	});
	nav.hidden = false;
	state = read();
	fillForm();
	render();
}());
