package dev.pghaadvisor.lab;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;

/**
 * The application whose bundles the lab deploys. All such tests share one, since none
 * stores anything.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SpringBootTest(properties = "spring.datasource.url=jdbc:h2:mem:lab;DB_CLOSE_DELAY=-1")
@AutoConfigureMockMvc
@interface OnTheApplication {

}
