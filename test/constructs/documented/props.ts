import { join } from 'node:path';
import ts from 'typescript';

/** A prop as its docstring tells it. */
export interface DocumentedProp {
  /** `replicas`, `autoscaling.minReplicas`; `*` is any key of a map. */
  readonly path: string;
  readonly optional: boolean;
  /** The text of `@default`: a literal, or prose after a dash. */
  readonly byDefault?: string;
}

const root = join(__dirname, '..', '..', '..');
const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent({ ...config, include: ['lib'] }, ts.sys, root);
const index = join(root, 'lib', 'index.ts');
const program = ts.createProgram([index], { ...options, noEmit: true });
const checker = program.getTypeChecker();

/** The props of every construct of the package, and of what lies in them. */
export function documentedProps(): ReadonlyMap<string, readonly DocumentedProp[]> {
  const module = checker.getSymbolAtLocation(program.getSourceFile(index) as ts.SourceFile);
  const exported = checker.getExportsOfModule(module as ts.Symbol);
  return new Map(
    exported.flatMap((symbol) => {
      const props = propsType(symbol);
      return props ? [[symbol.name, propsIn(props)] as const] : [];
    }),
  );
}

/** What a construct takes beside its scope and its id. */
function propsType(exported: ts.Symbol): ts.Type | undefined {
  const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
  if (!(symbol.flags & ts.SymbolFlags.Class)) return undefined;
  const [signature] = checker.getTypeOfSymbol(symbol).getConstructSignatures();
  const [, , props] = signature?.parameters ?? [];
  const type = props && checker.getTypeOfSymbol(props);
  return type && isOurs(type) ? type : undefined;
}

function propsIn(type: ts.Type, above = ''): readonly DocumentedProp[] {
  return checker.getPropertiesOfType(type).flatMap((prop) => {
    const path = above + prop.name;
    return [
      documented(prop, path),
      ...partsOf(checker.getTypeOfSymbol(prop)).flatMap((part) => propsIn(part.type, `${path}.${part.step}`)),
    ];
  });
}

function documented(prop: ts.Symbol, path: string): DocumentedProp {
  const tag = prop.getJsDocTags(checker).find(({ name }) => name === 'default');
  const optional = (prop.flags & ts.SymbolFlags.Optional) !== 0;
  return { path, optional, byDefault: tag && ts.displayPartsToString(tag.text).replace(/\s+/g, ' ') };
}

interface Part {
  readonly type: ts.Type;
  readonly step: string;
}

/** Interfaces of ours that have defaults of their own. */
function partsOf(type: ts.Type): readonly Part[] {
  if (type.isUnion()) return type.types.flatMap(partsOf);
  const each = type.getStringIndexType();
  if (each) return partsOf(each).map((part) => ({ ...part, step: `*.${part.step}` }));
  return isOurs(type) && hasDefaults(type) ? [{ type, step: '' }] : [];
}

function isOurs({ symbol }: ts.Type): boolean {
  return symbol !== undefined && isInLib(symbol) && (symbol.flags & ts.SymbolFlags.Interface) !== 0;
}

function isInLib({ declarations = [] }: ts.Symbol): boolean {
  return declarations.some((declaration) => declaration.getSourceFile().fileName.startsWith(join(root, 'lib')));
}

function hasDefaults(type: ts.Type): boolean {
  return checker
    .getPropertiesOfType(type)
    .some((prop) => isInLib(prop) && documented(prop, '').byDefault !== undefined);
}
