// The TypeScript of a case from its JSON Schema: what a program may write, with the titles and questions of the rules.

const quoted = (text) => JSON.stringify(text);
const camel = (name) => name.split('_').map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
const isMonthMap = (schema) => schema.propertyNames !== undefined;

function typeOf(schema) {
  if (schema.$ref !== undefined) return camel(schema.$ref.split('/').at(-1));
  if (schema.const !== undefined) return quoted(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((member) => quoted(member)).join(' | ');
  if (schema.anyOf !== undefined) {
    const map = schema.anyOf.find(isMonthMap);
    if (map === undefined) return schema.anyOf.map(typeOf).join(' | ');
    return `Monthly<${schema.anyOf.filter((one) => one !== map && one.type !== 'null').map(typeOf).join(' | ')}>`;
  }
  const types = [schema.type].flat().map((type) => {
    switch (type) {
      case 'integer':
        return 'number';
      case 'array':
        return `readonly (${schema.items === undefined ? 'unknown' : typeOf(schema.items)})[]`;
      case undefined:
        return 'unknown';
      case 'object':
        return schema.properties === undefined ? `{ readonly [key: string]: ${schema.additionalProperties ? typeOf(schema.additionalProperties) : 'unknown'} }` : objectOf(schema);
      case 'number':
      case 'boolean':
      case 'string':
      case 'null':
        return type;
      default:
        throw new Error(`no TypeScript for ${JSON.stringify(schema).slice(0, 200)}`);
    }
  });
  return types.join(' | ');
}

function note({ title, description, 'x-unit': unit }, indent) {
  const parts = [title, description].filter((part) => part !== undefined).map((part) => part.replaceAll('*/', '* /'));
  if (parts.length === 0 && unit === undefined) return '';
  return `${indent}/** ${parts.join(': ')}${unit === undefined ? '' : ` (${unit})`} */\n`;
}

function objectOf(schema) {
  const required = new Set(schema.required ?? []);
  const keys = Object.entries(schema.properties ?? {}).map(
    ([name, value]) => `${note(value, '  ')}  readonly ${/^[a-z_]\w*$/i.test(name) ? name : quoted(name)}${required.has(name) ? '' : '?'}: ${typeOf(value)};\n`,
  );
  // A computed figure given in place of its rule, by its dotted name.
  if (schema.patternProperties !== undefined) keys.push('  readonly [computed: `${string}.${string}`]: Override;\n');
  if (typeof schema.additionalProperties === 'object') keys.push(`  readonly [group: string]: unknown;\n`);
  return `{\n${keys.join('')}}`;
}

export function caseTypes(schema) {
  const definitions = Object.entries(schema.$defs).map(([name, definition]) =>
    definition.properties === undefined
      ? `${note(definition, '')}export type ${camel(name)} = ${typeOf(definition)};\n`
      : `${note(definition, '')}export interface ${camel(name)} ${objectOf(definition)}\n`,
  );
  return [
    '// Generated from the JSON Schema of cases by client/case_types.mjs.\n',
    '/** One value, or values by the month from which each holds. */',
    'export type Monthly<T> = T | { readonly [month: string]: T | null } | null;\n',
    ...definitions,
    `export interface CaseFile ${objectOf(schema)}`,
    '',
  ].join('\n');
}
