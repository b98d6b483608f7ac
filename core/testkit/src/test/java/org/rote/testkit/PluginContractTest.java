package org.rote.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rote.spi.Context;
import org.rote.spi.Factory;
import org.rote.spi.ForwardOperator;
import org.rote.spi.Plugin;

/**
 * Each planted fault must be caught by the test that is there for it. Plugins here stand in the testkit's own module, which provides none; plugins that are provided are tested
 * with the operators.
 */
class PluginContractTest {

    @Test
    void acceptsARightPluginButForItsModule() {
        Map<String, String> failures = ContractRun.of(Right.class).failures();
        assertThat(failures).containsOnlyKeys("isProvidedByItsModule");
        assertThat(failures.get("isProvidedByItsModule"))
                .contains("module org.rote.testkit does not say: provides org.rote.spi.Plugin with ")
                .contains("PluginContractTest$Offering");
    }

    @Test
    void catchesAPluginThatOffersNothing() {
        assertThat(ContractRun.of(Empty.class).failures().get("offersSomethingUnderUniqueNames"))
                .contains("offers nothing: every list of factories is empty");
    }

    @Test
    void catchesNamesThatAreNotInKebabCase() {
        assertThat(ContractRun.of(CamelCase.class).failures().get("offersSomethingUnderUniqueNames"))
                .contains("name \"goodName\" is not in kebab-case");
    }

    @Test
    void catchesANameThatIsOfferedTwice() {
        assertThat(ContractRun.of(Twice.class).failures().get("offersSomethingUnderUniqueNames"))
                .contains("offers a name twice: [good-name, good-name]");
    }

    @Test
    void catchesConfigRecordsThatTheEngineCannotConstruct() {
        assertThat(ContractRun.of(HiddenConfig.class).failures().get("configTypesArePublicRecordsOfAnExportedPackage"))
                .contains("PluginContractTest$Hidden of \"good-name\" is not public, or in a class that is not");
    }

    @Test
    void catchesAKeyWithoutWords() {
        assertThat(ContractRun.of(HiddenConfig.class).failures().get("everyKeyIsDocumented"))
                .contains("Hidden.size has no @Doc");
    }

    @Test
    void catchesWordsOfARecordInsideTheConfigRecord() {
        assertThat(ContractRun.of(NestedConfig.class).failures().get("everyKeyIsDocumented"))
                .contains("Inner.size: @Doc is a phrase without a full stop, got \"size.\"");
    }

    @Test
    void catchesADescriptionOfTwoSentences() {
        assertThat(ContractRun.of(Talkative.class).failures().get("describesEachInOneSentence"))
                .contains("describe() of \"good-name\" is more than one sentence");
    }

    @Test
    void catchesExamplesThatDoNotWork() {
        String test = "examplesBeginWithTheTypeAndGiveWhatIsRequired";
        assertThat(ContractRun.of(ExampleOfAnother.class).failures().get(test))
                .contains("does not begin with the line \"type: good-name\"");
        assertThat(ContractRun.of(IncompleteExample.class).failures().get(test))
                .contains("example() of \"good-name\" lacks the required key cell-count");
        assertThat(ContractRun.of(MisspeltExample.class).failures().get(test))
                .contains("has the key sise, which does not exist; there are [type, cell-count, size, label]");
    }

    record Hidden(int size) {}

    private record Making<C extends Record>(String name, Class<C> configType, String describe, String example)
            implements Factory<C, ForwardOperator> {
        @Override
        public ForwardOperator create(C config, Context context) {
            return new DenseOperator(new double[][] {{1}});
        }
    }

    private static final class Offering implements Plugin {
        private final List<Factory<?, ? extends ForwardOperator>> operators;

        Offering(List<Factory<?, ? extends ForwardOperator>> operators) {
            this.operators = operators;
        }

        @Override
        public List<Factory<?, ? extends ForwardOperator>> operators() {
            return operators;
        }
    }

    private abstract static class Contract extends PluginContract {
        final String describe = "one unknown, F(x) = 0.5 x";
        final String example = "type: good-name\ncell-count: 3\nsize:\n  2.5\n";

        abstract List<Factory<?, ? extends ForwardOperator>> factories();

        @Override
        protected Plugin plugin() {
            return new Offering(factories());
        }
    }

    @Subject
    static class Right extends Contract {
        @Override
        List<Factory<?, ? extends ForwardOperator>> factories() {
            return List.of(new Making<>("good-name", SampleConfigs.Config.class, describe, example));
        }
    }

    @Subject
    static class Empty extends Contract {
        @Override
        List<Factory<?, ? extends ForwardOperator>> factories() {
            return List.of();
        }
    }

    @Subject
    static class CamelCase extends Contract {
        @Override
        List<Factory<?, ? extends ForwardOperator>> factories() {
            return List.of(new Making<>("goodName", SampleConfigs.Config.class, describe, example));
        }
    }

    @Subject
    static class Twice extends Contract {
        @Override
        List<Factory<?, ? extends ForwardOperator>> factories() {
            Making<SampleConfigs.Config> one = new Making<>("good-name", SampleConfigs.Config.class, describe, example);
            return List.of(one, one);
        }
    }

    @Subject
    static class HiddenConfig extends Contract {
        @Override
        List<Factory<?, ? extends ForwardOperator>> factories() {
            return List.of(new Making<>("good-name", Hidden.class, describe, example));
        }
    }

    @Subject
    static class NestedConfig extends Contract {
        @Override
        List<Factory<?, ? extends ForwardOperator>> factories() {
            return List.of(new Making<>("good-name", SampleConfigs.Outer.class, describe, example));
        }
    }

    @Subject
    static class Talkative extends Contract {
        @Override
        List<Factory<?, ? extends ForwardOperator>> factories() {
            return List.of(new Making<>("good-name", SampleConfigs.Config.class, "An operator. It is linear", example));
        }
    }

    @Subject
    static class ExampleOfAnother extends Contract {
        @Override
        List<Factory<?, ? extends ForwardOperator>> factories() {
            return List.of(new Making<>(
                    "good-name", SampleConfigs.Config.class, describe, "type: other-name\ncell-count: 3\n"));
        }
    }

    @Subject
    static class IncompleteExample extends Contract {
        @Override
        List<Factory<?, ? extends ForwardOperator>> factories() {
            return List.of(new Making<>("good-name", SampleConfigs.Config.class, describe, "type: good-name\n"));
        }
    }

    @Subject
    static class MisspeltExample extends Contract {
        @Override
        List<Factory<?, ? extends ForwardOperator>> factories() {
            return List.of(new Making<>(
                    "good-name", SampleConfigs.Config.class, describe, "type: good-name\ncell-count: 3\nsise: 1\n"));
        }
    }
}
