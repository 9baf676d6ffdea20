package dev.pghaadvisor.lab;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Installs what the annotated test needs, or skips it with a reason; with the environment
 * variable {@code CI=true} a skip is a failure.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE })
@ExtendWith(RequirementCondition.class)
public @interface Requires {

	/** What has to be there before the test may start. */
	Requirement[] value();

}
