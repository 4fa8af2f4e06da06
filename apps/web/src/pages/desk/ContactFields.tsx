import type { ReactElement } from 'react';
import type { Kind, PlaceView } from '../../api/contract';
import { useTexts } from '../../app/i18n';
import { PlacePicker } from '../../parts';
import { ConfidentialityChoice, DifficultyChoice, KindChoice } from './Choices';
import { placeNames, type ContactForm, type PlaceName } from './contact-form';
import { FieldPicker } from './FieldPicker';
import { EmployerInput, PeopleAndIndustry, TagPicker } from './Matter';
import { Row } from './Row';

interface Props {
  form: ContactForm;
  problems: Record<string, string>;
  fill: (change: Partial<ContactForm>) => void;
  chooseKind: (kind: Kind) => void;
  candidates: PlaceView[]; // of the guess from the number
}

/** The six rows above the text. */
export function ContactFields({ form, problems, fill, chooseKind, candidates }: Props): ReactElement {
  const t = useTexts('desk');
  const { workplace, caller, employerSeat } = form.places;
  const near = (workplace ?? employerSeat ?? caller)?.code;
  const place = (name: PlaceName): ReactElement => (
    <Row key={name} name={name} problem={problems[name]}>
      <PlacePicker
        id={`desk-${name}`}
        value={form.places[name]}
        candidates={name === 'caller' ? candidates : []}
        near={near}
        placeholder={t('unknownPlace')}
        invalid={Boolean(problems[name])}
        onChange={(chosen) => fill({ places: { ...form.places, [name]: chosen } })}
      />
    </Row>
  );
  return (
    <div className="fields">
      <Row name="kind" required wide group problem={problems['kind']}>
        <KindChoice value={form.kind} choose={chooseKind} />
      </Row>
      <Row name="field" required problem={problems['field']}>
        <FieldPicker form={form} fill={fill} problem={problems['field']} />
      </Row>
      <Row name="tags">
        <TagPicker form={form} fill={fill} />
      </Row>
      {placeNames.map(place)}
      <Row name="employer" problem={problems['employer']}>
        <EmployerInput form={form} fill={fill} problem={problems['employer']} />
      </Row>
      <Row name="people" problem={problems['people']}>
        <PeopleAndIndustry form={form} fill={fill} problem={problems['people']} />
      </Row>
      <Row name="difficulty" group>
        <DifficultyChoice value={form.difficulty} fill={fill} />
      </Row>
      <Row name="confidentiality" required group problem={problems['confidentiality']}>
        <ConfidentialityChoice value={form.confidentiality} fill={fill} />
      </Row>
    </div>
  );
}
