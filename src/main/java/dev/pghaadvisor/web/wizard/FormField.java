package dev.pghaadvisor.web.wizard;

/** One input of a form; the error is empty if there is none. */
record FormField(String name, String id, String label, String hint, String value, String error) {

}
