package dev.pghaadvisor.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;

/** Tests pages without a server; all such tests share one application and one store. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = { "spring.datasource.url=jdbc:h2:mem:pages;DB_CLOSE_DELAY=-1",
		"advisor.limits.enabled=false", "advisor.public-url=https://advisor.example.org" })
@AutoConfigureMockMvc
public @interface PagesTest {

}
