package dev.pghaadvisor.web.server;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Says that the store does not answer now, which is not for ever. */
@ControllerAdvice
class StoreTrouble {

	@ExceptionHandler({ DataAccessException.class, TransactionException.class })
	void unavailable(RuntimeException ex, HttpServletResponse response) throws IOException {
		LoggerFactory.getLogger(StoreTrouble.class).error("The store does not answer", ex);
		response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
	}

}
