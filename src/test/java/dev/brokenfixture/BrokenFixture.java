package dev.brokenfixture;

import org.springframework.modulith.Modulithic;

/** Root of the fixture whose lower package uses the upper one without leave. */
@Modulithic
public class BrokenFixture {

}
