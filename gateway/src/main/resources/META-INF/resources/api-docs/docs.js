const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

const element = (name, className, ...children) => {
  const node = document.createElement(name);
  if (className) node.className = className;
  node.append(...children);
  return node;
};

/** An example of a schema, as JSON would show it; references are followed once on each path. */
const example = (api, schema, seen = []) => {
  if (!schema) return null;
  if (schema.$ref) {
    if (seen.includes(schema.$ref)) return '…';
    return example(api, api.components.schemas[schema.$ref.split('/').pop()], [...seen, schema.$ref]);
  }
  const union = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (union) return example(api, union.find((part) => part.type !== 'null') ?? union[0], seen);
  if (schema.enum) return schema.enum.join(' | ');
  const type = Array.isArray(schema.type) ? schema.type.find((part) => part !== 'null') : schema.type;
  if (type === 'array') return [example(api, schema.items, seen)];
  if (type === 'object' || schema.properties) {
    return Object.fromEntries(
      Object.entries(schema.properties ?? {}).map(([name, part]) => [name, example(api, part, seen)]));
  }
  return schema.format ?? type ?? 'any';
};

const body = (api, content) => {
  const media = Object.values(content ?? {})[0];
  return media?.schema ? element('pre', '', JSON.stringify(example(api, media.schema), null, 2)) : '';
};

const list = (entries) => {
  const terms = entries.flatMap(([term, text]) => [element('dt', '', term), element('dd', '', text)]);
  return terms.length ? element('dl', '', ...terms) : '';
};

const operation = (api, path, method, described) => {
  const summary = element('summary', '', element('span', 'method', method.toUpperCase()), element('code', '', path),
    element('span', '', described.summary ?? ''));
  const parameters = (described.parameters ?? []).map((p) => [`${p.name} (${p.in}${p.required ? ', required' : ''})`, p.description ?? '']);
  const answers = Object.entries(described.responses ?? {}).map(([status, answer]) => [status, answer.description ?? '']);
  const success = Object.entries(described.responses ?? {}).find(([status]) => status.startsWith('2'))?.[1];
  const details = element('details', '', summary, element('p', '', described.description ?? ''));
  if (parameters.length) details.append(element('h4', '', 'Parameters'), list(parameters));
  if (described.requestBody) details.append(element('h4', '', 'Body'), body(api, described.requestBody.content));
  details.append(element('h4', '', 'Answers'), list(answers), body(api, success?.content));
  details.dataset.text = `${method} ${path} ${described.summary ?? ''}`.toLowerCase();
  return { tag: described.tags?.[0] ?? 'Other', details };
};

const show = (api) => {
  const sections = new Map();
  for (const [path, item] of Object.entries(api.paths).sort(([a], [b]) => a.localeCompare(b))) {
    for (const method of METHODS.filter((name) => item[name])) {
      const { tag, details } = operation(api, path, method, item[method]);
      if (!sections.has(tag)) sections.set(tag, element('section', '', element('h2', '', tag)));
      sections.get(tag).append(details);
    }
  }
  document.getElementById('operations').replaceChildren(...sections.values());
};

document.getElementById('filter').addEventListener('input', (event) => {
  const wanted = event.target.value.toLowerCase();
  for (const section of document.querySelectorAll('section')) {
    const all = [...section.querySelectorAll('details')];
    all.forEach((details) => { details.hidden = !details.dataset.text.includes(wanted); });
    section.hidden = all.every((details) => details.hidden);
  }
});

try {
  const answer = await fetch('/api/openapi.json');
  show(await answer.json());
} catch {
  document.getElementById('operations').textContent = 'The API description can’t be loaded right now. Reload to try again.';
}
