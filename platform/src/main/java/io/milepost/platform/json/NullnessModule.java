package io.milepost.platform.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.Version;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.module.SimpleModule;

/** Records say by {@code @Nullable} what may be missing; no annotation of Jackson's is needed on them. */
final class NullnessModule extends SimpleModule {

    NullnessModule() {
        super("nullness");
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.insertAnnotationIntrospector(new Nullness());
    }

    private static final class Nullness extends NopAnnotationIntrospector {

        @Override
        public Version version() {
            return Version.unknownVersion();
        }

        @Override
        public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
            return (member instanceof AnnotatedParameter parameter && isOfRecord(parameter))
                    ? Boolean.valueOf(!mayBeNull(parameter))
                    : null;
        }

        @Override
        public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
            return (annotated instanceof AnnotatedParameter parameter && isOfRecord(parameter))
                    ? JsonSetter.Value.construct(mayBeNull(parameter) ? Nulls.SET : Nulls.FAIL, Nulls.FAIL)
                    : JsonSetter.Value.empty();
        }

        /** The canonical constructor has the record's components as its parameters. */
        private static boolean isOfRecord(AnnotatedParameter parameter) {
            var components = parameter.getDeclaringClass().getRecordComponents();
            return components != null
                    && components.length == parameter.getOwner().getParameterCount();
        }

        private static boolean mayBeNull(AnnotatedParameter parameter) {
            return parameter
                    .getDeclaringClass()
                    .getRecordComponents()[parameter.getIndex()]
                    .getAnnotatedType()
                    .isAnnotationPresent(Nullable.class);
        }
    }
}
