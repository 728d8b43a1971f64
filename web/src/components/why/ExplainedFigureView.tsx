import { useSurroundings } from '../../model/surroundings';
import type { ExplainedFigure, ExplainedParameter } from '../../engine/answers';
import { Citations } from '../citations/Citations';
import { Disclosure } from '../disclosure/Disclosure';

const isNothing = (figure: ExplainedFigure) => figure.value === 0 || figure.value === false;

export function ExplainedFigureView({ figure, top = false }: { figure: ExplainedFigure; top?: boolean }) {
  const body = () => <FigureBody figure={figure} />;
  if (top) {
    return (
      <div className="why-figure">
        <h3>
          {figure.title} <span className="why-value number">{figure.text}</span>
        </h3>
        {body()}
      </div>
    );
  }
  return (
    <Disclosure
      className="why-nested"
      title={
        <>
          <span>{figure.title}</span> <span className="why-value number">{figure.text}</span>
        </>
      }
    >
      {body}
    </Disclosure>
  );
}

function FigureBody({ figure }: { figure: ExplainedFigure }) {
  const { t, formats } = useSurroundings();
  if (figure.seen === true) return <p className="soft">{t('why.seen')}</p>;
  const reads = figure.reads ?? [];
  const parameters = figure.parameters ?? [];
  return (
    <>
      {figure.says !== undefined && <p>{figure.says}</p>}
      {figure.origin !== 'computed' && <p className="soft">{t(`why.${figure.origin}`)}</p>}
      {figure.with_amounts !== undefined && (
        <div className="why-row">
          <h4>{t('why.formula')}</h4>
          <p className="why-formula">
            {figure.with_amounts} = <strong className="number">{figure.text}</strong>
          </p>
          {figure.roundings?.map((rounding) => (
            <p key={rounding.text} className="soft">
              {t('why.rounding')}: {rounding.text}
            </p>
          ))}
        </div>
      )}
      {figure.assumption !== undefined && (
        <p className="why-unverified">{t('why.unverified', { note: figure.assumption })}</p>
      )}
      {parameters.length > 0 && (
        <div className="why-row">
          <h4>{t('why.parameters')}</h4>
          <ul className="why-list">
            {parameters.map((parameter, index) => (
              <ParameterLine key={`${parameter.parameter}-${String(index)}`} parameter={parameter} />
            ))}
          </ul>
        </div>
      )}
      {(figure.citations?.length ?? 0) > 0 && (
        <div className="why-row">
          <h4>{t('why.law')}</h4>
          <Citations citations={figure.citations ?? []} />
          {figure.valid_from !== undefined && (
            <p className="soft">{t('why.valid_from', { month: formats.fromMonth(figure.valid_from) })}</p>
          )}
        </div>
      )}
      {figure.formula !== undefined && (
        <Disclosure className="why-code" title={t('why.rule')}>
          {() => <pre>{figure.formula?.trim()}</pre>}
        </Disclosure>
      )}
      {reads.length > 0 && (
        <div className="why-row">
          <h4>{t('why.reads')}</h4>
          {[...reads.filter((read) => !isNothing(read)), ...reads.filter(isNothing)].map((read, index) => (
            <ExplainedFigureView key={`${read.variable}-${read.person ?? ''}-${String(index)}`} figure={read} />
          ))}
        </div>
      )}
    </>
  );
}

function ParameterLine({ parameter }: { parameter: ExplainedParameter }) {
  const { t, formats } = useSurroundings();
  return (
    <li>
      {parameter.title}
      {parameter.text !== undefined && (
        <>
          : <strong className="number">{parameter.text}</strong>
        </>
      )}
      {parameter.valid_from !== undefined && (
        <span className="soft"> {t('why.valid_from', { month: formats.fromMonth(parameter.valid_from) })}</span>
      )}
      {parameter.assumption !== undefined && (
        <span className="why-unverified"> {t('why.unverified', { note: parameter.assumption })}</span>
      )}
    </li>
  );
}
