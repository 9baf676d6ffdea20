package dev.pghaadvisor.store;

/**
 * A report that has been stored for good.
 *
 * @param token opens it
 * @param deletionToken deletes it; given out once and stored only as a hash
 */
public record Created(String token, String deletionToken) {

}
