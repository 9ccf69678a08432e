/*
 * What may be written at a place of a pack: keys, and the words that a key allows. The place is told from the
 * indentation alone, so that a text which is no YAML yet completes too.
 */

const KEY = /^(\s*(?:- +)*)(["']?)([\w-]+)\2:(?:\s|$)/;

/** The keys that lead to a line, outermost first, and those that stand beside it. */
function place(lines, at, column) {
  const path = [];
  const beside = new Map();
  let level = column;
  let isBeside = true;
  for (let line = at - 1; line >= 0 && (level > 0 || column === 0); line -= 1) {
    const found = KEY.exec(lines[line]);
    if (found) {
      const indent = found[1].length;
      const value = lines[line].slice(found[0].length).trim();
      if (indent === level && isBeside) {
        beside.set(found[3], value);
        isBeside = !found[1].includes('-');
      } else if (indent < level) {
        path.unshift(found[3]);
        level = indent;
        isBeside = false;
      }
    }
  }
  for (let line = at + 1; line < lines.length; line += 1) {
    const found = KEY.exec(lines[line]);
    if (found && (found[1].length < column || (found[1].length === column && found[1].includes('-')))) {
      break;
    }
    if (found && found[1].length === column) {
      beside.set(found[3], lines[line].slice(found[0].length).trim());
    }
  }
  return { path, beside };
}

function resolve(schema, node) {
  return node?.$ref ? resolve(schema, schema.$defs[node.$ref.replace('#/$defs/', '')]) : node;
}

/** All definitions that an entry of a list or a value may follow. */
function alternatives(schema, node) {
  const found = resolve(schema, node);
  if (!found) {
    return [];
  }
  const branches = [...(found.oneOf ?? []), ...(found.anyOf ?? []), ...(found.allOf ?? []), found.then, found.else]
    .filter(Boolean).flatMap((branch) => alternatives(schema, branch));
  const list = found.items ? alternatives(schema, found.items) : [];
  return [found, ...branches, ...list];
}

function below(schema, nodes, key) {
  return nodes.flatMap((node) => (node.properties?.[key] ? alternatives(schema, node.properties[key]) : []));
}

function fits(schema, node, type) {
  const named = resolve(schema, node.properties?.type);
  const words = named?.const ? [named.const] : named?.enum;
  return !type || !words || words.includes(type);
}

/**
 * Completes a word.
 * @param schema of packs
 * @param lines of the text
 * @param line from 0
 * @param column from 0
 * @returns the words and where they begin; null if there is nothing to say
 */
export function completions(schema, lines, line, column) {
  const before = lines[line].slice(0, column);
  const value = /^(\s*(?:- +)*)([\w-]+):\s+([\w-]*)$/.exec(before);
  const key = /^(\s*(?:- +)*)([\w-]*)$/.exec(before);
  const match = value ?? key;
  if (!match) {
    return null;
  }
  const { path, beside } = place(lines, line, match[1].length);
  const isPack = lines.some((text) => /^(pack|domains|blueprints):/.test(text));
  let nodes = alternatives(schema, schema.$defs[isPack ? 'pack' : 'itemFile']);
  path.forEach((step) => {
    nodes = below(schema, nodes, step);
  });
  nodes = nodes.filter((node) => node.properties && fits(schema, node, beside.get('type')));
  const typed = value ? value[3] : key[2];
  const words = new Set(value
    ? below(schema, nodes, value[2]).flatMap((node) => node.enum ?? (node.const ? [node.const] : node.type === 'boolean' ? ['true', 'false'] : []))
    : nodes.flatMap((node) => Object.keys(node.properties)).filter((word) => !beside.has(word)));
  const list = [...words].filter((word) => String(word).startsWith(typed) && word !== typed)
    .map((word) => (value ? { text: String(word) } : { text: `${word}: `, displayText: word }));
  return list.length ? { list, from: column - typed.length } : null;
}
