package dev.pghaadvisor.web.catalogue;

import java.util.List;
import java.util.Map;

import dev.pghaadvisor.advice.Advisor;
import dev.pghaadvisor.forecast.Evidence;
import dev.pghaadvisor.forecast.EvidenceMatrix;
import dev.pghaadvisor.forecast.EvidenceTable;
import dev.pghaadvisor.web.input.GivenAnswers;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What the lab measured, run by run, failures included. */
@Controller
class EvidenceController {

	private final EvidenceMatrix matrix;

	private final List<EvidenceSection> recordings;

	EvidenceController(Advisor advisor) {
		this.matrix = EvidenceMatrix.of(advisor.measurements());
		this.recordings = advisor.measurements()
			.files()
			.entrySet()
			.stream()
			.map((file) -> EvidenceSection.of(file, advisor))
			.toList();
	}

	@GetMapping("/evidence")
	String evidence(Model model) {
		model.addAttribute("matrix", this.matrix);
		model.addAttribute("recordings", this.recordings);
		model.addAttribute("columns", EvidenceTable.COLUMNS);
		model.addAttribute("legend", EvidenceTable.LEGEND);
		return "evidence";
	}

	/**
	 * A file of evidence as the page shows it.
	 *
	 * @param earlierFiles whether the files it belongs to are made otherwise now
	 */
	record EvidenceSection(EvidenceTable table, boolean earlierFiles, String adviceLink) {

		static EvidenceSection of(Map.Entry<String, Evidence> file, Advisor advisor) {
			return new EvidenceSection(EvidenceTable.of(file.getKey(), file.getValue()),
					file.getValue().asShipped() && advisor.withEarlierFiles(file.getValue()),
					GivenAnswers.link("/advice", file.getValue().options()));
		}

	}

}
