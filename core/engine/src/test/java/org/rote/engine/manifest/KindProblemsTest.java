package org.rote.engine.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rote.engine.plugins.ExtensionPoint;

/** What is told about values of the wrong kind; each message in full. */
final class KindProblemsTest {

    @TempDir
    Path directory;

    private static final String EVERY = """
            rote: 1
            operator:
              type: every-kind
            """;

    private Manifests manifests;

    @BeforeEach
    void offerTheDesign() {
        manifests = new Manifests(
                directory,
                FakeCatalog.ofTheDesign().with(ExtensionPoint.OPERATOR, FakeFactory.of("every-kind", EveryKind.class)));
    }

    @Test
    void refusesWordsForTrueAndFalse() {
        assertThat(manifests.problemsOfOperator(EVERY + "  flag: yes\n")).isEqualTo("""
                study.yaml:4  operator.flag: must be true or false, got "yes"
                  in   operator "every-kind" (plugin org.fake.every-kind 0.1.0)
                  fix  write true or false; yes, no, on and off are words in YAML 1.2""");
    }

    @Test
    void refusesWhatIsNoWholeNumber() {
        assertThat(manifests.problemsOfOperator(EVERY + """
                  count: 1.5
                  many-more: '7'
                  integers: [1, two, 1e-3, .inf, 3000000000]
                  longs: [1e30, 0x8000000000000000]
                """)).isEqualTo("""
                study.yaml:4  operator.count: must be a whole number, got 1.5
                  in   operator "every-kind" (plugin org.fake.every-kind 0.1.0)
                  fix  remove the fraction
                study.yaml:5  operator.many-more: must be a whole number, got "7"
                  in   operator "every-kind" (plugin org.fake.every-kind 0.1.0)
                  fix  remove the quotes
                study.yaml:6  operator.integers[1]: must be a whole number, got "two"
                  in   operator "every-kind" (plugin org.fake.every-kind 0.1.0)
                  fix  write a whole number
                study.yaml:6  operator.integers[2]: must be a whole number, got 1e-3
                  in   operator "every-kind" (plugin org.fake.every-kind 0.1.0)
                  fix  remove the fraction
                study.yaml:6  operator.integers[3]: must be between -2147483648 and 2147483647, got .inf
                  in   operator "every-kind" (plugin org.fake.every-kind 0.1.0)
                  fix  give a whole number in that range
                study.yaml:6  operator.integers[4]: must be between -2147483648 and 2147483647, got 3000000000
                  in   operator "every-kind" (plugin org.fake.every-kind 0.1.0)
                  fix  give a whole number in that range
                study.yaml:7  operator.longs[0]: must be between -9223372036854775808 and 9223372036854775807, got 1e30
                  in   operator "every-kind" (plugin org.fake.every-kind 0.1.0)
                  fix  give a whole number in that range
                study.yaml:7  operator.longs[1]: must be between -9223372036854775808 and 9223372036854775807, got 0x8000000000000000
                  in   operator "every-kind" (plugin org.fake.every-kind 0.1.0)
                  fix  give a whole number in that range""");
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThat(manifests.problemsOfOperator(EVERY + """
                  ratio: half
                  row: [.nan, -.inf, '3', 3 m, [1], ~, 1e400]
                """)).isEqualTo("""
                study.yaml:4  operator.ratio: must be a number, got "half"
                  in   operator "every-kind" (plugin org.fake.every-kind 0.1.0)
                  fix  write a number
                study.yaml:5  operator.row[0]: must be finite, got .nan
                  in   operator "every-kind" (plugin org.fake.every-kind 0.1.0)
                  fix  give a finite number
                study.yaml:5  operator.row[1]: must be finite, got -.inf
                  in   operator "every-kind" (plugin org.fake.every-kind 0.1.0)
                  fix  give a finite number
                study.yaml:5  operator.row[2]: must be a number, got "3"
                  in   operator "every-kind" (plugin org.fake.every-kind 0.1.0)
                  fix  remove the quotes
                study.yaml:5  operator.row[3]: must be a plain number, got "3 m"
                  in   operator "every-kind" (plugin org.fake.every-kind 0.1.0)
                  fix  remove the unit: this value has none
                study.yaml:5  operator.row[4]: must be a number, got a list
                  in   operator "every-kind" (plugin org.fake.every-kind 0.1.0)
                  fix  write a number
                study.yaml:5  operator.row[5]: must be a number, got nothing
                  in   operator "every-kind" (plugin org.fake.every-kind 0.1.0)
                  fix  write a number
                study.yaml:5  operator.row[6]: must be finite, got 1e400
                  in   operator "every-kind" (plugin org.fake.every-kind 0.1.0)
                  fix  give a finite number""");
    }

    @Test
    void refusesQuantitiesOfTheWrongForm() {
        assertThat(manifests.problemsOfOperator(EVERY + """
                  spacing: 10
                  velocities: [2, 3 km, 4 furlong/s, fast, '5', 6 km/S, 1e308 km/s]
                """)).isEqualTo("""
                study.yaml:4  operator.spacing: needs a unit, got 10
                  in   operator "every-kind" (plugin org.fake.every-kind 0.1.0)
                  fix  write the unit, for example "10 m"
                study.yaml:5  operator.velocities[0]: needs a unit, got 2
                  in   operator "every-kind" (plugin org.fake.every-kind 0.1.0)
                  fix  write the unit, for example "2 m/s"
                study.yaml:5  operator.velocities[1]: unit km is not a unit of the same kind as m/s, got "3 km"
                  in   operator "every-kind" (plugin org.fake.every-kind 0.1.0)
                  fix  give it in m/s or another unit of that kind
                study.yaml:5  operator.velocities[2]: has an unknown unit, got "4 furlong/s"
                  in   operator "every-kind" (plugin org.fake.every-kind 0.1.0)
                  fix  give it in m/s or another unit of that kind (unknown unit "furlong" in "furlong/s"; known are m, s, min, h, Hz, g, Pa, K, rad, deg, byte, ft, 1, % and their products, quotients and metric multiples)
                study.yaml:5  operator.velocities[3]: must be a number with a unit, got "fast"
                  in   operator "every-kind" (plugin org.fake.every-kind 0.1.0)
                  fix  write a number and a unit, for example "10 m/s"
                study.yaml:5  operator.velocities[4]: needs a unit, got 5
                  in   operator "every-kind" (plugin org.fake.every-kind 0.1.0)
                  fix  write the unit, for example "5 m/s"
                study.yaml:5  operator.velocities[5]: has an unknown unit, got "6 km/S"
                  in   operator "every-kind" (plugin org.fake.every-kind 0.1.0)
                  fix  did you mean "km/s"? give it in m/s or another unit of that kind (unknown unit "S" in "km/S"; known are m, s, min, h, Hz, g, Pa, K, rad, deg, byte, ft, 1, % and their products, quotients and metric multiples)
                study.yaml:5  operator.velocities[6]: must be finite, got 1e308 km/s
                  in   operator "every-kind" (plugin org.fake.every-kind 0.1.0)
                  fix  give a finite number""");
    }

    @Test
    void refusesAnUnknownChoice() {
        assertThat(manifests.problemsOfOperator(EVERY + "  search-order: depthfirst\n"))
                .isEqualTo("""
                study.yaml:4  operator.search-order: must be one of depth-first, breadth-first, got "depthfirst"
                  in   operator "every-kind" (plugin org.fake.every-kind 0.1.0)
                  fix  did you mean "depth-first"? choices: depth-first, breadth-first""");
    }

    @Test
    void refusesAChoiceThatIsAList() {
        assertThat(manifests.problemsOfOperator(EVERY + "  search-order: [depth-first]\n"))
                .isEqualTo("""
                study.yaml:4  operator.search-order: must be one of depth-first, breadth-first, got a list
                  in   operator "every-kind" (plugin org.fake.every-kind 0.1.0)
                  fix  choices: depth-first, breadth-first""");
    }

    @Test
    void refusesAFileThatDoesNotExist() {
        assertThat(manifests.problemsOfOperator(EVERY + "  file: data/none.npy\n"))
                .isEqualTo("""
                study.yaml:4  operator.file: does not exist: data/none.npy
                  in   operator "every-kind" (plugin org.fake.every-kind 0.1.0)
                  fix  correct the path; a relative one starts from <directory>""");
    }

    @Test
    void refusesADirectoryForAFile() {
        assertThat(manifests.problemsOfOperator(EVERY + "  file: .\n")).isEqualTo("""
                study.yaml:4  operator.file: is a directory: <directory>
                  in   operator "every-kind" (plugin org.fake.every-kind 0.1.0)
                  fix  name a file in it""");
    }

    @Test
    void refusesAPathOfNothing() {
        assertThat(manifests.problemsOfOperator(EVERY + "  file:\n")).isEqualTo("""
                study.yaml:4  operator.file: must be a path of a file, got nothing
                  in   operator "every-kind" (plugin org.fake.every-kind 0.1.0)
                  fix  write a path, relative to the manifest's directory or absolute""");
    }

    @Test
    void refusesASectionForAList() {
        assertThat(manifests.problemsOfOperator(EVERY + "  row: { a: 1 }\n")).isEqualTo("""
                study.yaml:4  operator.row: must be a list of numbers, got a section of keys
                  in   operator "every-kind" (plugin org.fake.every-kind 0.1.0)
                  fix  write a list in brackets, [first, second], or a line with a dash for each""");
    }

    @Test
    void refusesAFlatListForRows() {
        assertThat(manifests.problemsOfOperator(EVERY + "  rows: [1, 2]\n")).isEqualTo("""
                study.yaml:4  operator.rows[0]: must be a list of numbers, got 1
                  in   operator "every-kind" (plugin org.fake.every-kind 0.1.0)
                  fix  write a list in brackets
                study.yaml:4  operator.rows[1]: must be a list of numbers, got 2
                  in   operator "every-kind" (plugin org.fake.every-kind 0.1.0)
                  fix  write a list in brackets""");
    }

    @Test
    void refusesAListForNamedValues() {
        assertThat(manifests.problemsOfOperator(EVERY + "  levels: [1]\n")).isEqualTo("""
                study.yaml:4  operator.levels: must be a section of named numbers, got a list
                  in   operator "every-kind" (plugin org.fake.every-kind 0.1.0)
                  fix  write a line "name: value" for each""");
    }

    @Test
    void refusesNamedValuesThatAreWrong() {
        assertThat(manifests.problemsOfOperator(EVERY + "  levels: { a: 1, b: two }\n"))
                .isEqualTo("""
                study.yaml:4  operator.levels.b: must be a number, got "two"
                  in   operator "every-kind" (plugin org.fake.every-kind 0.1.0)
                  fix  write a number""");
    }

    @Test
    void refusesAWordForASection() {
        assertThat(manifests.problemsOfOperator(EVERY + "  grid: 5\n")).isEqualTo("""
                study.yaml:4  operator.grid: must be a section, got 5
                  in   operator "every-kind" (plugin org.fake.every-kind 0.1.0)
                  fix  write a section with the keys nx, nz""");
    }

    @Test
    void refusesWhatIsWrongInsideSections() {
        assertThat(manifests.problemsOfOperator(EVERY + """
                  grid: { nx: 0, ny: 3 }
                  grids:
                    - { nx: 1 }
                    - { nz: 1 }
                    - { nx: -1, nz: -2 }
                """)).isEqualTo("""
                study.yaml:4  operator.grid.ny: unknown key
                  in   operator "every-kind" (plugin org.fake.every-kind 0.1.0)
                  fix  did you mean "nx"? keys: nx, nz
                study.yaml:4  operator.grid.nx: must be at least 1, got 0
                  in   operator "every-kind" (plugin org.fake.every-kind 0.1.0)
                  fix  give 1 or more
                study.yaml:7  operator.grids[1].nx: is missing
                  in   operator "every-kind" (plugin org.fake.every-kind 0.1.0)
                  fix  add "nx", a whole number: points along x
                study.yaml:8  operator.grids[2].nx: must be at least 1, got -1
                  in   operator "every-kind" (plugin org.fake.every-kind 0.1.0)
                  fix  give 1 or more
                study.yaml:8  operator.grids[2].nz: must be at least 1, got -2
                  in   operator "every-kind" (plugin org.fake.every-kind 0.1.0)
                  fix  give 1 or more""");
    }

    @Test
    void refusesAnUnknownAlternative() {
        assertThat(manifests.problemsOfOperator(EVERY + "  schedule: { type: linaer }\n"))
                .isEqualTo("""
                study.yaml:4  operator.schedule.type: unknown type, got "linaer"
                  in   operator "every-kind" (plugin org.fake.every-kind 0.1.0)
                  fix  did you mean "linear"? types: linear, cosine""");
    }

    @Test
    void refusesAnAlternativeWithoutType() {
        assertThat(manifests.problemsOfOperator(EVERY + "  schedule: { beta-min: 1 }\n"))
                .isEqualTo("""
                study.yaml:4  operator.schedule: has no type
                  in   operator "every-kind" (plugin org.fake.every-kind 0.1.0)
                  fix  add "type: ..."; types: linear, cosine""");
    }

    @Test
    void refusesAWordForAnAlternative() {
        assertThat(manifests.problemsOfOperator(EVERY + "  schedule: linear\n")).isEqualTo("""
                study.yaml:4  operator.schedule: must be a section of type linear, cosine, got "linear"
                  in   operator "every-kind" (plugin org.fake.every-kind 0.1.0)
                  fix  write a section with a type, for example { type: linear }""");
    }

    @Test
    void refusesKeysOfAnotherAlternative() {
        assertThat(manifests.problemsOfOperator(EVERY + "  schedule: { type: cosine, beta-min: 1 }\n"))
                .isEqualTo("""
                study.yaml:4  operator.schedule.beta-min: unknown key
                  in   operator "every-kind" (plugin org.fake.every-kind 0.1.0)
                  fix  keys: type, offset
                study.yaml:4  operator.schedule.offset: is missing
                  in   operator "every-kind" (plugin org.fake.every-kind 0.1.0)
                  fix  add "offset", a number: offset""");
    }

    @Test
    void refusesUnknownPartsInside() {
        assertThat(manifests.problemsOfOperator(EVERY + """
                  training: { type: inlin }
                  more:
                    - { type: inline, models: [[]] }
                    - inline
                """)).isEqualTo("""
                study.yaml:4  operator.training.type: unknown dataset, got "inlin"
                  in   operator "every-kind" (plugin org.fake.every-kind 0.1.0)
                  fix  did you mean "inline"? datasets: inline; "rote plugins" tells more
                study.yaml:6  operator.more[0].models[0]: must not be empty
                  in   dataset "inline" (plugin org.fake.inline 0.1.0)
                  fix  give at least one number
                study.yaml:7  operator.more[1]: must be a section with a type, got "inline"
                  in   operator "every-kind" (plugin org.fake.every-kind 0.1.0)
                  fix  write { type: inline }""");
    }

    @Test
    void refusesATextThatIsAList() {
        assertThat(manifests.problemsOfOperator(EVERY + "  label: [a]\n")).isEqualTo("""
                study.yaml:4  operator.label: must be a text, got a list
                  in   operator "every-kind" (plugin org.fake.every-kind 0.1.0)
                  fix  write a text, in quotes where it holds : or #""");
    }
}
