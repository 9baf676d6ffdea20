package dev.pghaadvisor.lab;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Method;

import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Each test of the class keeps processors busy, and waits while a drill is timed.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(Heavy.Interceptor.class)
public @interface Heavy {

	/** Lets one test after the other in, so that no drill waits for a whole class. */
	class Interceptor implements InvocationInterceptor {

		@Override
		public void interceptBeforeAllMethod(Invocation<Void> invocation, ReflectiveInvocationContext<Method> method,
				ExtensionContext context) throws Throwable {
			Work.HEAVY.during(invocation::proceed);
		}

		@Override
		public void interceptTestMethod(Invocation<Void> invocation, ReflectiveInvocationContext<Method> method,
				ExtensionContext context) throws Throwable {
			Work.HEAVY.during(invocation::proceed);
		}

		@Override
		public void interceptTestTemplateMethod(Invocation<Void> invocation, ReflectiveInvocationContext<Method> method,
				ExtensionContext context) throws Throwable {
			Work.HEAVY.during(invocation::proceed);
		}

		@Override
		public void interceptDynamicTest(Invocation<Void> invocation, DynamicTestInvocationContext test,
				ExtensionContext context) throws Throwable {
			Work.HEAVY.during(invocation::proceed);
		}

	}

}
