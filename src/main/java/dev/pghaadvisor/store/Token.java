package dev.pghaadvisor.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Makes and compares the secrets in links: 128 random bits, 22 characters. */
final class Token {

	private static final int BYTES = 16;

	private static final Pattern VALID = Pattern.compile("[A-Za-z0-9_-]{22}");

	private static final SecureRandom RANDOM = new SecureRandom();

	private Token() {
	}

	static String random() {
		byte[] bytes = new byte[BYTES];
		RANDOM.nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	static boolean isValid(String token) {
		return VALID.matcher(token).matches();
	}

	/** What is stored of a deletion token: a hash opens nothing. */
	static String sha256(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

	static String sha256(String token) {
		return sha256(token.getBytes(StandardCharsets.UTF_8));
	}

	/** Takes the same time wherever the first difference is. */
	static boolean matches(String token, String sha256) {
		return MessageDigest.isEqual(sha256(token).getBytes(StandardCharsets.US_ASCII),
				sha256.getBytes(StandardCharsets.US_ASCII));
	}

}
