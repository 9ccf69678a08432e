package dev.rehearsal.exchange;

import java.util.Set;
import java.util.function.Predicate;

/** The HTML in QTI's elements. */
final class QtiText {

	/** Elements of QTI around HTML, which mean nothing more than a block. */
	private static final Set<String> AROUND = Set.of("contentBody", "itemBody", "stimulusBody", "prompt",
			"templateBlock", "templateInline", "rubricBlock", "feedbackBlock", "infoControl", "content",
			"positionObjectStage");

	private QtiText() {
	}

	/** What is inside an element, without some of it. */
	static String html(XmlElement element, Predicate<XmlElement> leftOut) {
		return element.innerHtml(leftOut, AROUND::contains);
	}

	static boolean isFeedback(XmlElement element) {
		return element.is("feedbackInline") || element.is("feedbackBlock");
	}

	/** Feedback and what only scorers see: no part of a question. */
	static boolean isAside(XmlElement element) {
		return isFeedback(element) || element.is("modalFeedback")
				|| (element.is("rubricBlock") && !element.get("view").contains("candidate")) || element.is("stylesheet")
				|| element.is("catalogInfo");
	}

}
